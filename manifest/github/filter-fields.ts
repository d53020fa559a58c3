import type { Words } from '../connector.ts';
import type { FilterField } from '../filter-fields.ts';

const words = (en: string, fr: string): Words => ({ en, fr });

const FIELDS = {
  repository: {
    title: words('Repository', 'Dépôt'),
    kind: 'text',
    inSentence: words('the repository', 'le dépôt'),
  },
  organization: {
    title: words('Organization', 'Organisation'),
    kind: 'text',
    inSentence: words('the organization', 'l’organisation'),
  },
  'actor.login': {
    title: words('Person', 'Personne'),
    kind: 'text',
    inSentence: words('the person', 'la personne'),
    role: 'person',
  },
  bot: { title: words('By a bot', 'Par un robot'), kind: 'yes or no', role: 'bot' },
  action: { title: words('Action', 'Action'), kind: 'text', inSentence: words('the action', 'l’action') },
  access: { title: words('Access', 'Accès'), kind: 'text', inSentence: words('the access', 'l’accès') },
  assignee: {
    title: words('Newly assigned', 'Nouvelle personne chargée'),
    kind: 'text',
    inSentence: words('the newly assigned person', 'la nouvelle personne chargée'),
  },
  assignees: {
    title: words('Assigned to', 'Confié à'),
    kind: 'list',
    inSentence: words('the assigned people', 'les personnes chargées'),
  },
  'author.login': {
    title: words('Author', 'Auteur'),
    kind: 'text',
    inSentence: words('the author', 'l’auteur'),
  },
  branch: { title: words('Branch', 'Branche'), kind: 'text', inSentence: words('the branch', 'la branche') },
  category: {
    title: words('Category', 'Catégorie'),
    kind: 'text',
    inSentence: words('the category', 'la catégorie'),
  },
  check: {
    title: words('Check', 'Vérification'),
    kind: 'text',
    inSentence: words('the check', 'la vérification'),
  },
  conclusion: {
    title: words('Conclusion', 'Conclusion'),
    kind: 'text',
    inSentence: words('the conclusion', 'la conclusion'),
  },
  draft: { title: words('Draft', 'Brouillon'), kind: 'yes or no' },
  environment: {
    title: words('Environment', 'Environnement'),
    kind: 'text',
    inSentence: words('the environment', 'l’environnement'),
  },
  forced: { title: words('Force-pushed', 'Poussé de force'), kind: 'yes or no' },
  fromBranch: {
    title: words('Branch of the changes', 'Branche des modifications'),
    kind: 'text',
    inSentence: words('the branch of the changes', 'la branche des modifications'),
  },
  labels: {
    title: words('Labels', 'Étiquettes'),
    kind: 'list',
    inSentence: words('the labels', 'les étiquettes'),
  },
  member: { title: words('Member', 'Membre'), kind: 'text', inSentence: words('the member', 'le membre') },
  milestone: {
    title: words('Milestone', 'Jalon'),
    kind: 'text',
    inSentence: words('the milestone', 'le jalon'),
  },
  package: { title: words('Package', 'Paquet'), kind: 'text', inSentence: words('the package', 'le paquet') },
  packages: {
    title: words('Packages', 'Paquets'),
    kind: 'list',
    inSentence: words('the packages', 'les paquets'),
  },
  packageType: {
    title: words('Registry', 'Registre'),
    kind: 'text',
    inSentence: words('the registry', 'le registre'),
  },
  path: { title: words('File', 'Fichier'), kind: 'text', inSentence: words('the file', 'le fichier') },
  prerelease: { title: words('Pre-release', 'Préversion'), kind: 'yes or no' },
  resolution: {
    title: words('Resolution', 'Résolution'),
    kind: 'text',
    inSentence: words('the resolution', 'la résolution'),
  },
  review: { title: words('Review', 'Revue'), kind: 'text', inSentence: words('the review', 'la revue') },
  reviewer: {
    title: words('Asked to review', 'Revue demandée à'),
    kind: 'text',
    inSentence: words('the reviewer', 'la personne invitée à relire'),
  },
  severity: {
    title: words('Severity', 'Gravité'),
    kind: 'text',
    inSentence: words('the severity', 'la gravité'),
  },
  stateReason: {
    title: words('Reason for closing', 'Motif de fermeture'),
    kind: 'text',
    inSentence: words('the reason for closing', 'le motif de fermeture'),
  },
  tag: { title: words('Tag', 'Tag'), kind: 'text', inSentence: words('the tag', 'le tag') },
  team: { title: words('Team', 'Équipe'), kind: 'text', inSentence: words('the team', 'l’équipe') },
  tool: { title: words('Tool', 'Outil'), kind: 'text', inSentence: words('the tool', 'l’outil') },
  trigger: {
    title: words('Trigger', 'Déclencheur'),
    kind: 'text',
    inSentence: words('the trigger', 'le déclencheur'),
  },
  workflow: {
    title: words('Workflow', 'Workflow'),
    kind: 'text',
    inSentence: words('the workflow', 'le workflow'),
  },
} as const satisfies Record<string, Omit<FilterField, 'field'>>;

export type GithubField = keyof typeof FIELDS;

/** What filters can ask of every event of GitHub's. */
const COMMON: readonly GithubField[] = ['repository', 'organization', 'actor.login', 'bot', 'action'];

/** The common fields and those that one event type has beside them. */
export function githubFilterFields(own: readonly GithubField[]): FilterField[] {
  return [...COMMON, ...own].map((field) => ({ field, ...FIELDS[field] }));
}
