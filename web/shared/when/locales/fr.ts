import type { WhenWords } from './en.ts';

export const fr: WhenWords = {
  title: 'Quand',
  change: 'Changer le moment',
  done: 'Terminé',
  immediately: 'Chaque événement est publié aussitôt.',
  hourly: 'Les événements sont réunis et publiés en une seule carte à chaque heure pleine.',
  daily: (time) => `Les événements sont réunis et publiés en une seule carte chaque jour à ${time}.`,
  weekly: (days, time) =>
    `Les événements sont réunis et publiés en une seule carte chaque ${days} à ${time}.`,
  quiet: (from, to) => `Rien n’est publié de ${from} à ${to} : ce qui arrive alors attend.`,
  zone: (zone) => `Les heures sont celles de ${zone}.`,
  next: (when) => `Prochaine fois : ${when}.`,
  unknown: 'La prochaine fois ne peut pas être affichée pour l’instant ; l’enregistrement fonctionne.',
  how: 'Comment les événements sont publiés',
  options: {
    immediately: 'Aussitôt',
    hourly: 'Chaque heure, en une seule carte',
    daily: 'Chaque jour, en une seule carte',
    weekly: 'Certains jours de la semaine, en une seule carte',
  },
  time: 'À',
  days: 'Le',
  quietHours: 'Heures calmes',
  quietSwitch: 'Ne rien publier pendant les heures calmes',
  from: 'De',
  to: 'Jusqu’à',
  urgent: 'Les événements marqués comme urgents n’attendent pas.',
  timeZone: 'Fuseau horaire',
  there: (time) => `Il y est ${time}.`,
  missing: {
    time: 'Choisissez une heure.',
    days: 'Choisissez au moins un jour.',
    quiet: 'Choisissez deux heures différentes.',
  },
};
