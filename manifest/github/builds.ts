import type { EventGroup } from '../connector.ts';
import { githubEventType } from './event-type.ts';

const RUN = ['branch', 'workflow', 'conclusion', 'trigger'] as const;

export const buildsGroup: EventGroup = {
  id: 'github-builds',
  title: { en: 'GitHub: builds and deployments', fr: 'GitHub\u00a0: builds et déploiements' },
  eventTypes: [
    githubEventType('github.workflow_run.failed', {
      title: { en: 'Workflow run failed', fr: 'Exécution de workflow échouée' },
      description: {
        en: 'A run of GitHub Actions failed, timed out, could not start or waits for approval.',
        fr: 'Une exécution de GitHub Actions a échoué, a pris trop de temps, n’a pas pu démarrer ou attend une approbation.',
      },
      suggested: true,
      fields: [...RUN],
    }),
    githubEventType('github.workflow_run.succeeded', {
      title: { en: 'Workflow run succeeded', fr: 'Exécution de workflow réussie' },
      description: {
        en: 'A run of GitHub Actions ended well.',
        fr: 'Une exécution de GitHub Actions s’est bien terminée.',
      },
      fields: [...RUN],
    }),
    githubEventType('github.checks.failed', {
      title: { en: 'Checks failed', fr: 'Vérifications échouées' },
      description: {
        en: 'A build service other than GitHub Actions reports a failure.',
        fr: 'Un service de build autre que GitHub Actions signale un échec.',
      },
      fields: ['branch', 'conclusion', 'check'],
    }),
    githubEventType('github.checks.succeeded', {
      title: { en: 'Checks succeeded', fr: 'Vérifications réussies' },
      description: {
        en: 'A build service other than GitHub Actions reports success.',
        fr: 'Un service de build autre que GitHub Actions signale un succès.',
      },
      fields: ['branch', 'conclusion', 'check'],
    }),
    githubEventType('github.deployment.started', {
      title: { en: 'Deployment started', fr: 'Déploiement lancé' },
      description: {
        en: 'Something is on its way to an environment.',
        fr: 'Quelque chose est en route vers un environnement.',
      },
      fields: ['branch', 'environment'],
    }),
    githubEventType('github.deployment.review', {
      title: { en: 'Deployment waits for approval', fr: 'Déploiement en attente d’approbation' },
      description: {
        en: 'Somebody must approve a deployment, or has approved or rejected it.',
        fr: 'Quelqu’un doit approuver un déploiement, ou l’a approuvé ou refusé.',
      },
      fields: ['branch', 'environment', 'workflow'],
    }),
    githubEventType('github.deployment.failed', {
      title: { en: 'Deployment failed', fr: 'Déploiement échoué' },
      description: {
        en: 'Something did not reach its environment.',
        fr: 'Quelque chose n’a pas atteint son environnement.',
      },
      fields: ['branch', 'environment', 'conclusion'],
    }),
    githubEventType('github.deployment.succeeded', {
      title: { en: 'Deployment succeeded', fr: 'Déploiement réussi' },
      description: {
        en: 'Something is in place in an environment.',
        fr: 'Quelque chose est en place dans un environnement.',
      },
      fields: ['branch', 'environment', 'conclusion'],
    }),
    githubEventType('github.page_build', {
      title: { en: 'GitHub Pages built', fr: 'GitHub Pages générées' },
      description: {
        en: 'A site was built from a branch, or could not be built.',
        fr: 'Un site a été généré depuis une branche, ou n’a pas pu l’être.',
      },
      fields: ['conclusion'],
    }),
  ],
};
