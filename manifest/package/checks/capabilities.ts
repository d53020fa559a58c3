import { MANIFEST_FILE } from '../app-manifest.ts';
import type { PackageProblem, Subject } from './problem.ts';

/** Whether there is something to add in Teams, and somewhere to add it. */
export function checkCapabilities({ manifest }: Subject): PackageProblem[] {
  const { configurableTabs = [], connectors = [], permissions = [] } = manifest;
  const complaint = (field: string, reason: string, cure: string): PackageProblem => ({
    file: MANIFEST_FILE,
    field,
    reason,
    cure,
    stops: 'installing',
  });
  const problems: PackageProblem[] = [];
  if (configurableTabs.length + connectors.length === 0)
    problems.push(
      complaint('configurableTabs', 'The app offers nothing that could be added.', 'Declare a tab.'),
    );
  for (const [name, list] of Object.entries({ configurableTabs, connectors })) {
    for (const [index, { scopes }] of list.entries()) {
      if (scopes.length === 0)
        problems.push(
          complaint(`${name}.${index}.scopes`, 'It is empty, so it can be added nowhere.', 'Name “team”.'),
        );
    }
  }
  if (!permissions.includes('identity'))
    problems.push(
      complaint(
        'permissions',
        '“identity” is missing, so Teams does not tell the page which team it is in.',
        'Add “identity”.',
      ),
    );
  return problems;
}
