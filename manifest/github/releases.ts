import type { EventGroup } from '../connector.ts';
import { githubEventType } from './event-type.ts';

export const releasesGroup: EventGroup = {
  id: 'github-releases',
  title: { en: 'GitHub: releases and packages', fr: 'GitHub\u00a0: versions et paquets' },
  eventTypes: [
    githubEventType('github.release.published', {
      title: { en: 'Release published', fr: 'Version publiée' },
      description: {
        en: 'A release or pre-release can be downloaded.',
        fr: 'Une version ou une préversion peut être téléchargée.',
      },
      suggested: true,
      fields: ['branch', 'tag', 'prerelease'],
    }),
    githubEventType('github.package.published', {
      title: { en: 'Package published', fr: 'Paquet publié' },
      description: {
        en: 'A version of a package or container image is in GitHub Packages.',
        fr: 'Une version d’un paquet ou d’une image de conteneur est dans GitHub Packages.',
      },
      fields: ['packageType'],
    }),
  ],
};
