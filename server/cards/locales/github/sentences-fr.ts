import type { GithubWords } from './words.ts';

// The space before a colon is a no-break space, U+00A0.
export const sentencesFr: GithubWords['sentences'] = {
  'github.push': {
    other: '{actor} a poussé {commitCount} sur {branch}',
    forced: '{actor} a poussé de force {commitCount} sur {branch}',
    rewound: '{actor} a poussé de force {branch}',
    moved: '{actor} a déplacé {ref}',
  },
  'github.create': {
    other: '{actor} a créé la branche {ref}',
    tag: '{actor} a créé le tag {ref}',
  },
  'github.delete': {
    other: '{actor} a supprimé la branche {ref}',
    tag: '{actor} a supprimé le tag {ref}',
  },
  'github.commit_comment': { other: '{actor} a commenté le commit {commitId}' },
  'github.pull_request.opened': {
    other: '{actor} a ouvert la pull request {number} : {title}',
    draft: '{actor} a ouvert en brouillon la pull request {number} : {title}',
  },
  'github.pull_request.ready_for_review': {
    other: '{actor} demande une revue de la pull request {number} : {title}',
  },
  'github.pull_request.converted_to_draft': {
    other: '{actor} a remis en brouillon la pull request {number} : {title}',
  },
  'github.pull_request.review_requested': {
    other: '{actor} a demandé à {reviewer} une revue de la pull request {number} : {title}',
  },
  'github.pull_request.assigned': {
    other: '{actor} a confié à {assignee} la pull request {number} : {title}',
    self: '{actor} s’est chargé de la pull request {number} : {title}',
  },
  'github.pull_request.reviewed': {
    other: '{actor} a relu la pull request {number} : {title}',
    approved: '{actor} a approuvé la pull request {number} : {title}',
    changes_requested: '{actor} a demandé des modifications de la pull request {number} : {title}',
    dismissed: '{actor} a écarté une revue de la pull request {number} : {title}',
  },
  'github.pull_request.commented': { other: '{actor} a commenté la pull request {number} : {title}' },
  'github.pull_request.merged': { other: '{actor} a fusionné la pull request {number} : {title}' },
  'github.pull_request.closed': {
    other: '{actor} a fermé la pull request {number} sans la fusionner : {title}',
  },
  'github.pull_request.reopened': { other: '{actor} a rouvert la pull request {number} : {title}' },
  'github.issues.opened': { other: '{actor} a ouvert le ticket {number} : {title}' },
  'github.issues.assigned': {
    other: '{actor} a confié à {assignee} le ticket {number} : {title}',
    self: '{actor} s’est chargé du ticket {number} : {title}',
  },
  'github.issues.commented': { other: '{actor} a commenté le ticket {number} : {title}' },
  'github.issues.closed': {
    other: '{actor} a fermé le ticket {number} : {title}',
    not_planned: '{actor} a fermé le ticket {number} comme non planifié : {title}',
    duplicate: '{actor} a fermé le ticket {number} comme doublon : {title}',
  },
  'github.issues.reopened': { other: '{actor} a rouvert le ticket {number} : {title}' },
  'github.issues.removed': {
    other: '{actor} a supprimé le ticket {number} : {title}',
    transferred: '{actor} a déplacé le ticket {number} vers {movedTo} : {title}',
  },
  'github.milestone': {
    other: '{actor} a créé le jalon {title}',
    closed: '{actor} a clos le jalon {title}',
    opened: '{actor} a rouvert le jalon {title}',
    deleted: '{actor} a supprimé le jalon {title}',
  },
  'github.project': {
    other: '{actor} a créé le projet {title}',
    closed: '{actor} a clos le projet {title}',
    reopened: '{actor} a rouvert le projet {title}',
    deleted: '{actor} a supprimé le projet {title}',
  },
  'github.discussion.created': { other: '{actor} a lancé la discussion {number} : {title}' },
  'github.discussion.answered': {
    other: '{actor} a choisi une réponse à la discussion {number} : {title}',
  },
  'github.discussion.commented': { other: '{actor} a commenté la discussion {number} : {title}' },
  'github.release.published': {
    other: '{actor} a publié la version {title}',
    prerelease: '{actor} a publié la préversion {title}',
  },
  'github.package.published': {
    other: '{actor} a publié le paquet {title} {version}',
    unversioned: '{actor} a publié le paquet {title}',
  },
  'github.workflow_run.failed': {
    other: '{workflow} a échoué sur {branchOrCommit}',
    timed_out: '{workflow} a dépassé le temps imparti sur {branchOrCommit}',
    startup_failure: '{workflow} n’a pas pu démarrer sur {branchOrCommit}',
    action_required: '{workflow} attend une approbation sur {branchOrCommit}',
  },
  'github.workflow_run.succeeded': { other: '{workflow} a réussi sur {branchOrCommit}' },
  'github.checks.failed': {
    other: '{check} a échoué sur {branchOrCommit}',
    timed_out: '{check} a dépassé le temps imparti sur {branchOrCommit}',
    startup_failure: '{check} n’a pas pu démarrer sur {branchOrCommit}',
    action_required: '{check} a besoin de quelqu’un sur {branchOrCommit}',
  },
  'github.checks.succeeded': { other: '{check} a réussi sur {branchOrCommit}' },
  'github.deployment.started': { other: '{actor} déploie {branchOrCommit} vers {environment}' },
  'github.deployment.review': {
    other: '{workflow} attend une approbation pour le déploiement vers {environment}',
    approved: '{actor} a approuvé le déploiement de {workflow} vers {environment}',
    rejected: '{actor} a refusé le déploiement de {workflow} vers {environment}',
  },
  'github.deployment.failed': { other: 'Le déploiement de {branchOrCommit} vers {environment} a échoué' },
  'github.deployment.succeeded': { other: '{branchOrCommit} est en place sur {environment}' },
  'github.page_build': {
    other: 'Les GitHub Pages de {repository} n’ont pas pu être générées',
    success: 'Les GitHub Pages de {repository} ont été générées',
  },
  'github.dependabot_alert': {
    other: 'Vulnérabilité dans {package} : {title}',
    fixed: 'Vulnérabilité corrigée dans {package} : {title}',
    dismissed: '{actor} a écarté la vulnérabilité dans {package} : {title}',
    auto_dismissed: 'Vulnérabilité dans {package} écartée par une règle : {title}',
    reintroduced: 'Vulnérabilité de retour dans {package} : {title}',
    reopened: '{actor} a rouvert la vulnérabilité dans {package} : {title}',
    auto_reopened: 'Vulnérabilité dans {package} rouverte par une règle : {title}',
  },
  'github.code_scanning_alert': {
    other: 'L’analyse du code a trouvé : {title}',
    fixed: 'L’analyse du code constate une correction : {title}',
    closed_by_user: '{actor} a écarté un résultat de l’analyse du code : {title}',
    reopened: 'L’analyse du code a retrouvé : {title}',
    reopened_by_user: '{actor} a rouvert un résultat de l’analyse du code : {title}',
  },
  'github.secret_scanning_alert': {
    other: 'Secret dans {repository} : {title}',
    publicly_leaked: 'Secret de {repository} divulgué au public : {title}',
    reopened: '{actor} a rouvert l’alerte d’un secret : {title}',
    resolved: '{actor} a résolu l’alerte d’un secret : {title}',
    revoked: 'Secret de {repository} révoqué : {title}',
  },
  'github.security_advisory': {
    other: 'Avis de sécurité : {title}',
    withdrawn: 'Avis de sécurité retiré : {title}',
  },
  'github.branch_protection': {
    other: '{actor} a modifié la protection de branche {title}',
    created: '{actor} a ajouté la protection de branche {title}',
    deleted: '{actor} a retiré la protection de branche {title}',
  },
  'github.deploy_key': {
    other: '{actor} a ajouté la clé de déploiement {title}',
    deleted: '{actor} a retiré la clé de déploiement {title}',
  },
  'github.repository': {
    other: '{actor} a modifié le dépôt {title}',
    created: '{actor} a créé le dépôt {title}',
    deleted: '{actor} a supprimé le dépôt {title}',
    archived: '{actor} a archivé le dépôt {title}',
    unarchived: '{actor} a sorti des archives le dépôt {title}',
    publicized: '{actor} a rendu public le dépôt {title}',
    privatized: '{actor} a rendu privé le dépôt {title}',
    renamed: '{actor} a renommé le dépôt {from} en {title}',
    transferred: '{actor} a transféré le dépôt {title} depuis {from}',
    imported: '{actor} a importé le dépôt {title}',
    not_imported: 'Le dépôt {title} n’a pas pu être importé',
  },
  'github.fork': { other: '{actor} a créé un fork de {repository} : {title}' },
  'github.star': { other: '{actor} a ajouté une étoile à {repository}' },
  'github.wiki': {
    other: '{actor} a modifié la page {title} du wiki',
    created: '{actor} a créé la page {title} du wiki',
    several: '{actor} a modifié {pageCount} du wiki',
  },
  'github.member': {
    other: '{actor} a modifié les droits sur {repository} pour {member}',
    added: '{actor} a ajouté {member} à {repository}',
    joined: '{member} a rejoint {repository}',
    removed: '{actor} a retiré {member} de {repository}',
  },
  'github.team': {
    other: '{actor} a modifié l’équipe {team}',
    created: '{actor} a créé l’équipe {team}',
    deleted: '{actor} a supprimé l’équipe {team}',
    added_to_repository: '{actor} a donné à l’équipe {team} l’accès à {repository}',
    removed_from_repository: '{actor} a retiré à l’équipe {team} l’accès à {repository}',
    member_added: '{actor} a ajouté {member} à l’équipe {team}',
    member_removed: '{actor} a retiré {member} de l’équipe {team}',
  },
  'github.organization': {
    other: '{actor} a modifié l’organisation {title}',
    member_added: '{member} a rejoint l’organisation {title}',
    member_invited: '{actor} a invité {member} dans l’organisation {title}',
    member_removed: '{actor} a retiré {member} de l’organisation {title}',
    renamed: '{actor} a renommé l’organisation {from} en {title}',
    deleted: '{actor} a supprimé l’organisation {title}',
  },
  'github.sponsorship': {
    other: '{actor} parraine {title}',
    tier_changed: '{actor} a modifié son parrainage de {title}',
    cancelled: '{actor} a mis fin à son parrainage de {title}',
  },
  'github.webhook.deleted': {
    other: '{actor} a supprimé le webhook de {title} : plus aucun événement n’en viendra',
  },
};
