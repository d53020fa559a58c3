import type { JsonObject } from '../../event.ts';
import { call, comment, HEAD, REPOSITORY, type SampleCall } from './parts.ts';

const commit = (id: string, message: string): JsonObject => ({
  id,
  message,
  url: `${REPOSITORY}/commit/${id}`,
  author: { name: 'Ada Marsh', username: 'ada-marsh' },
});

const COMMITS = [
  commit('4f0c2b9a7d6e1835', 'Keep the lamp at half power until dusk'),
  commit('b81d7e3c5a2f9046', 'Read the dusk from the almanac\n\nThe clock drifts by a minute a month.'),
];

export const codeCalls: Readonly<Record<string, SampleCall>> = {
  'github.push': call('push', {
    ref: 'refs/heads/main',
    compare: `${REPOSITORY}/compare/1c5e0d...4f0c2b`,
    created: false,
    deleted: false,
    forced: false,
    commits: [...COMMITS].reverse(),
    head_commit: COMMITS[0] ?? null,
  }),
  'github.create': call('create', { ref: 'gauge-below-zero', ref_type: 'branch' }),
  'github.delete': call('delete', { ref: 'gauge-below-zero', ref_type: 'branch' }),
  'github.commit_comment': call('commit_comment', {
    action: 'created',
    comment: {
      ...comment('The almanac of *which* year?', `${REPOSITORY}/commit/${HEAD}#commitcomment-5`),
      commit_id: HEAD,
      path: 'lamp/dusk.ts',
      line: 21,
    },
  }),
  'github.release.published': call('release', {
    action: 'published',
    release: {
      tag_name: 'v2.4.0',
      name: 'Lamp control 2.4',
      body: '## What is new\n\n* The lamp keeps burning at low tide (#217)\n* Faster start in the cold',
      html_url: `${REPOSITORY}/releases/tag/v2.4.0`,
      target_commitish: 'main',
      prerelease: false,
    },
  }),
  'github.package.published': call('package', {
    action: 'published',
    package: {
      name: 'lamp-control',
      package_type: 'CONTAINER',
      html_url: `${REPOSITORY}/pkgs/container/lamp-control`,
      package_version: { version: 'sha256:4f0c2b', container_metadata: { tag: { name: '2.4.0' } } },
    },
  }),
};
