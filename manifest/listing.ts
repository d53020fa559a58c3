import type { Words } from './connector.ts';

/** How Teams' catalogue shows the connector, beside its name and description in `connector.ts`. */
export interface Listing {
  /** Semantic version of the app package. Teams takes a changed package only with a higher one. */
  version: string;
  fullName: Words;
  /** What a reader of the catalogue learns; it does not repeat the description. Markdown is taken. */
  fullDescription: Words;
  publisher: Publisher;
  /** `#RRGGBB`: the background of the icon. */
  accentColor: string;
}

interface Publisher {
  name: string;
  websiteUrl: string;
  privacyUrl: string;
  termsOfUseUrl: string;
}

/** Change this file with `connector.ts`, and raise `version` whenever what people install changes. */
export const listing: Listing = {
  version: '1.0.0',
  fullName: {
    en: 'Cardwire: events from your tools, as cards',
    fr: 'Cardwire : les événements de vos outils, sous forme de cartes',
  },
  fullDescription: {
    en: [
      'Add a tab to a channel or chat, tick the events that matter there, and choose when to be told: at once, every hour, or once a day.',
      'Filters keep out what nobody needs, and show beforehand what the last week would have brought. Every event arrives once and in order; the tab tells what became of it and why something did not come.',
      'You need an address to post to, which Teams calls a Workflow; the page leads you to it. You sign in with your work account, and only members of organisations that the operator allows can use it.',
    ].join('\n\n'),
    fr: [
      'Ajoutez un onglet à un canal ou à une conversation, cochez les événements qui y comptent et choisissez quand être prévenu : aussitôt, toutes les heures ou une fois par jour.',
      'Des filtres écartent ce dont personne n’a besoin et montrent d’avance ce que la semaine passée aurait apporté. Chaque événement arrive une seule fois et dans l’ordre ; l’onglet dit ce qu’il est devenu et pourquoi quelque chose n’est pas venu.',
      'Il faut une adresse où publier, que Teams appelle un workflow ; la page vous y conduit. Vous vous connectez avec votre compte professionnel, et seuls les membres des organisations admises par l’exploitant peuvent s’en servir.',
    ].join('\n\n'),
  },
  publisher: {
    name: 'Cardwire',
    websiteUrl: 'https://cardwire.example.com/',
    privacyUrl: 'https://cardwire.example.com/privacy',
    termsOfUseUrl: 'https://cardwire.example.com/terms',
  },
  accentColor: '#0b6a75',
};
