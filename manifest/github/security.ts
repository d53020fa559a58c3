import type { EventGroup } from '../connector.ts';
import { githubEventType } from './event-type.ts';

export const securityGroup: EventGroup = {
  id: 'github-security',
  title: { en: 'GitHub: security', fr: 'GitHub\u00a0: sécurité' },
  eventTypes: [
    githubEventType('github.dependabot_alert', {
      title: { en: 'Dependabot alert', fr: 'Alerte Dependabot' },
      description: {
        en: 'A dependency is vulnerable, or its alert was fixed or dismissed.',
        fr: 'Une dépendance est vulnérable, ou son alerte a été corrigée ou écartée.',
      },
      fields: ['severity', 'package'],
    }),
    githubEventType('github.code_scanning_alert', {
      title: { en: 'Code scanning alert', fr: 'Alerte d’analyse du code' },
      description: {
        en: 'Code scanning found something, or its alert was fixed or dismissed.',
        fr: 'L’analyse du code a trouvé quelque chose, ou son alerte a été corrigée ou écartée.',
      },
      fields: ['branch', 'severity', 'tool'],
    }),
    githubEventType('github.secret_scanning_alert', {
      title: { en: 'Secret scanning alert', fr: 'Alerte d’analyse des secrets' },
      description: {
        en: 'A password or key is in the repository, or its alert was resolved. The card does not show it.',
        fr: 'Un mot de passe ou une clé se trouve dans le dépôt, ou son alerte a été résolue. La carte ne le montre pas.',
      },
      fields: ['resolution'],
    }),
    githubEventType('github.security_advisory', {
      title: { en: 'Security advisory', fr: 'Avis de sécurité' },
      description: {
        en: 'GitHub published or withdrew an advisory about any software.',
        fr: 'GitHub a publié ou retiré un avis concernant un logiciel quelconque.',
      },
      fields: ['severity', 'packages'],
    }),
    githubEventType('github.branch_protection', {
      title: { en: 'Branch protection', fr: 'Protection de branche' },
      description: {
        en: 'The protection of branches was added, changed or removed.',
        fr: 'La protection de branches a été ajoutée, modifiée ou retirée.',
      },
    }),
    githubEventType('github.deploy_key', {
      title: { en: 'Deploy key', fr: 'Clé de déploiement' },
      description: {
        en: 'A key that gives a server access was added or removed.',
        fr: 'Une clé qui donne accès à un serveur a été ajoutée ou retirée.',
      },
      fields: ['access'],
    }),
  ],
};
