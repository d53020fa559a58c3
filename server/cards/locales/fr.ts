import { counterFor } from './counter.ts';
import { listerFor } from './lister.ts';
import type { CardWords } from './words.ts';

// The space before a colon is a no-break space, U+00A0.
const counted = counterFor('fr');
const listed = listerFor('fr');
const events = (count: number) => counted(count, { one: 'événement', other: 'événements' });
const commits = (count: number) => counted(count, { one: 'commit', other: 'commits' });

export const fr: CardWords = {
  somebody: 'Quelqu’un',
  open: 'Ouvrir',
  more: (count) => `et ${counted(count, { one: 'autre', other: 'autres' })}`,
  severity: { success: 'Succès', warning: 'Attention', error: 'Erreur' },
  shortened: ({ facts, text, picture, links }) =>
    `Raccourci : il manque ${listed([
      facts > 0 && counted(facts, { one: 'détail', other: 'détails' }),
      text && 'la fin du texte',
      picture && 'l’image',
      links > 0 && counted(links, { one: 'bouton', other: 'boutons' }),
    ])}.`,
  wholeEvent: 'Voir l’événement complet',
  yes: 'oui',
  no: 'non',
  entries: (count) => counted(count, { one: 'élément', other: 'éléments' }),
  labelled: (label, value) => `${label} : ${value}`,
  own: {
    mute: 'Ne plus publier ce type ici',
    pause: 'Mettre en pause 1 heure',
    channel: 'Tous les événements de ce canal',
  },
  digest: {
    storm: (count, span) => `Forte activité : ${events(count)} en ${span}`,
    digest: {
      hourly: (count) => `Résumé de l’heure : ${events(count)}`,
      daily: (count) => `Résumé du jour : ${events(count)}`,
      weekly: (count) => `Résumé de la semaine : ${events(count)}`,
      other: (count) => `Résumé : ${events(count)}`,
    },
    catchUp: (count) => `${events(count)} pendant la pause de ce canal`,
    since: 'Depuis',
  },
  push: {
    commits: (actor, count, branch) => `${actor} a poussé ${commits(count)} sur ${branch}`,
    forcedCommits: (actor, count, branch) => `${actor} a poussé de force ${commits(count)} sur ${branch}`,
    forced: (actor, branch) => `${actor} a poussé de force ${branch}`,
    newBranch: (actor, branch) => `${actor} a créé la branche ${branch}`,
    newTag: (actor, tag) => `${actor} a poussé le tag ${tag}`,
    moved: (actor, ref) => `${actor} a déplacé ${ref}`,
    view: 'Voir les modifications',
  },
  pullRequest: {
    opened: (actor, number, title) => `${actor} a ouvert la pull request ${number} : ${title}`,
    openedDraft: (actor, number, title) =>
      `${actor} a ouvert en brouillon la pull request ${number} : ${title}`,
    closed: (actor, number, title) =>
      `${actor} a fermé la pull request ${number} sans la fusionner : ${title}`,
    merged: (actor, number, title) => `${actor} a fusionné la pull request ${number} : ${title}`,
    reopened: (actor, number, title) => `${actor} a rouvert la pull request ${number} : ${title}`,
    ready: (actor, number, title) => `${actor} demande une revue de la pull request ${number} : ${title}`,
    view: 'Voir la pull request',
    branches: 'Branches',
    changes: 'Modifications',
    changedFiles: (additions, deletions, files) =>
      `+${additions} −${deletions} dans ${counted(files, { one: 'fichier', other: 'fichiers' })}`,
  },
  issue: {
    opened: (actor, number, title) => `${actor} a ouvert le ticket ${number} : ${title}`,
    closed: (actor, number, title) => `${actor} a fermé le ticket ${number} : ${title}`,
    closedNotPlanned: (actor, number, title) =>
      `${actor} a fermé le ticket ${number} comme non planifié : ${title}`,
    reopened: (actor, number, title) => `${actor} a rouvert le ticket ${number} : ${title}`,
    view: 'Voir le ticket',
    assignees: 'Confié à',
    milestone: 'Jalon',
  },
  release: {
    published: (actor, name) => `${actor} a publié la version ${name}`,
    prePublished: (actor, name) => `${actor} a publié la préversion ${name}`,
    view: 'Voir la version',
    tag: 'Tag',
  },
  workflowRun: {
    succeeded: (workflow, branch) => `${workflow} a réussi sur ${branch}`,
    failed: (workflow, branch) => `${workflow} a échoué sur ${branch}`,
    timedOut: (workflow, branch) => `${workflow} a dépassé le temps imparti sur ${branch}`,
    notStarted: (workflow, branch) => `${workflow} n’a pas pu démarrer sur ${branch}`,
    waiting: (workflow, branch) => `${workflow} attend une approbation sur ${branch}`,
    view: 'Voir l’exécution',
    commit: 'Commit',
    trigger: 'Déclencheur',
    attempt: 'Tentative',
  },
  author: 'Auteur',
  labels: 'Étiquettes',
};
