import type { Office365Words } from './en.ts';

const NB = '\u00a0';

/** The words of the stand-in for Microsoft's page and the mailboxes behind it, in French. */
export const fr: Office365Words = {
  title: 'Connexion à Office 365 (bac à sable)',
  standIn: 'Cette page remplace celle de Microsoft. Ce qui est autorisé ici reste sur ce serveur.',
  invalid: 'Demande non valide (Invalid Request)',
  invalidHelp:
    'C’est ce que dit Microsoft quand l’identifiant du connecteur ou l’adresse de retour n’est pas ce qui a été enregistré.',
  who: `Qui êtes-vous${NB}?`,
  loading: 'Chargement…',
  asks: (app) => `${app} souhaite envoyer des cartes à un groupe ou à votre boîte de réception.`,
  where: `Où doivent-elles arriver${NB}?`,
  noGroups: 'Vous n’êtes membre d’aucun groupe.',
  inbox: 'Boîte de réception',
  allow: 'Autoriser',
  deny: 'Refuser',
  another: 'Quelqu’un d’autre',
  mail: {
    title: 'Boîtes aux lettres (bac à sable)',
    heading: 'Boîtes aux lettres',
    help: 'Ce qui est arrivé par la connexion à Office 365. Le plus récent est en bas.',
    choose: 'Boîte aux lettres',
    group: (name) => `Groupe${NB}: ${name}`,
    inbox: (name) => `Boîte de réception de ${name}`,
    empty: 'Rien n’est encore arrivé.',
    connect: 'Connecter un groupe ou une boîte de réception',
    back: 'Retour au bac à sable',
  },
};
