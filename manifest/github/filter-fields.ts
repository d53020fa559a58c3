import type { Words } from '../connector.ts';
import type { FilterField } from '../filter-fields.ts';

const words = (en: string, fr: string): Words => ({ en, fr });

const FIELDS = {
  repository: { title: words('Repository', 'Dépôt'), kind: 'text' },
  organization: { title: words('Organization', 'Organisation'), kind: 'text' },
  'actor.login': { title: words('Person', 'Personne'), kind: 'text' },
  bot: { title: words('By a bot', 'Par un robot'), kind: 'yes or no' },
  action: { title: words('Action', 'Action'), kind: 'text' },
  access: { title: words('Access', 'Accès'), kind: 'text' },
  assignee: { title: words('Newly assigned', 'Nouvelle personne chargée'), kind: 'text' },
  assignees: { title: words('Assigned to', 'Confié à'), kind: 'list' },
  'author.login': { title: words('Author', 'Auteur'), kind: 'text' },
  branch: { title: words('Branch', 'Branche'), kind: 'text' },
  category: { title: words('Category', 'Catégorie'), kind: 'text' },
  check: { title: words('Check', 'Vérification'), kind: 'text' },
  conclusion: { title: words('Conclusion', 'Conclusion'), kind: 'text' },
  draft: { title: words('Draft', 'Brouillon'), kind: 'yes or no' },
  environment: { title: words('Environment', 'Environnement'), kind: 'text' },
  forced: { title: words('Force-pushed', 'Poussé de force'), kind: 'yes or no' },
  fromBranch: { title: words('Branch of the changes', 'Branche des modifications'), kind: 'text' },
  labels: { title: words('Labels', 'Étiquettes'), kind: 'list' },
  member: { title: words('Member', 'Membre'), kind: 'text' },
  milestone: { title: words('Milestone', 'Jalon'), kind: 'text' },
  package: { title: words('Package', 'Paquet'), kind: 'text' },
  packages: { title: words('Packages', 'Paquets'), kind: 'list' },
  packageType: { title: words('Registry', 'Registre'), kind: 'text' },
  path: { title: words('File', 'Fichier'), kind: 'text' },
  prerelease: { title: words('Pre-release', 'Préversion'), kind: 'yes or no' },
  resolution: { title: words('Resolution', 'Résolution'), kind: 'text' },
  review: { title: words('Review', 'Revue'), kind: 'text' },
  reviewer: { title: words('Asked to review', 'Revue demandée à'), kind: 'text' },
  severity: { title: words('Severity', 'Gravité'), kind: 'text' },
  stateReason: { title: words('Reason for closing', 'Motif de fermeture'), kind: 'text' },
  tag: { title: words('Tag', 'Tag'), kind: 'text' },
  team: { title: words('Team', 'Équipe'), kind: 'text' },
  tool: { title: words('Tool', 'Outil'), kind: 'text' },
  trigger: { title: words('Trigger', 'Déclencheur'), kind: 'text' },
  workflow: { title: words('Workflow', 'Workflow'), kind: 'text' },
} as const satisfies Record<string, Omit<FilterField, 'field'>>;

export type GithubField = keyof typeof FIELDS;

/** What filters can ask of every event of GitHub's. */
const COMMON: readonly GithubField[] = ['repository', 'organization', 'actor.login', 'bot', 'action'];

/** The common fields and those that one event type has beside them. */
export function githubFilterFields(own: readonly GithubField[]): FilterField[] {
  return [...COMMON, ...own].map((field) => ({ field, ...FIELDS[field] }));
}
