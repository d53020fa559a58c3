import { en as channelEn } from '../../web/channel/locales/en.ts';
import { fr as channelFr } from '../../web/channel/locales/fr.ts';
import { en as conflictEn } from '../../web/config/conflict/locales/en.ts';
import { fr as conflictFr } from '../../web/config/conflict/locales/fr.ts';
import { en as filterEn } from '../../web/config/filter/locales/en.ts';
import { fr as filterFr } from '../../web/config/filter/locales/fr.ts';
import { en as connectEn } from '../../web/connect/locales/en.ts';
import { fr as connectFr } from '../../web/connect/locales/fr.ts';
import { en } from '../../web/shared/locales/en.ts';
import { fr } from '../../web/shared/locales/fr.ts';
import { en as removalEn } from '../../web/shared/removal/locales/en.ts';
import { fr as removalFr } from '../../web/shared/removal/locales/fr.ts';
import { en as whenEn } from '../../web/shared/when/locales/en.ts';
import { fr as whenFr } from '../../web/shared/when/locales/fr.ts';
import type { Language } from './state.ts';

const english = {
  ...en,
  ofChannel: channelEn,
  conflict: conflictEn,
  filters: filterEn,
  connect: connectEn,
  removal: removalEn,
  when: whenEn,
};

/** All that pages say, also what some of them alone do. */
export type AllWords = typeof english;

export const ALL_WORDS: Record<Language, AllWords> = {
  en: english,
  fr: {
    ...fr,
    ofChannel: channelFr,
    conflict: conflictFr,
    filters: filterFr,
    connect: connectFr,
    removal: removalFr,
    when: whenFr,
  },
};
