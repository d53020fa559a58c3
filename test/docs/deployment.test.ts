import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSettings } from '../../server/settings.ts';
import { readPage } from './page.ts';

const deploy = (file: string) => readFileSync(`deploy/${file}`, 'utf8');
const settings = new Set(
  [...readPage('settings.md').text.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name),
);

/** Instructions of a Dockerfile, by stage, each on one line. */
const stages = deploy('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split(/^(?=FROM )/m)
  .filter((stage) => stage.startsWith('FROM '))
  .map((stage) =>
    stage
      .trim()
      .split('\n')
      .map((line) => line.split(/\s+(.*)/s)),
  );
const values = (stage: number, instruction: string) =>
  (stages[stage] ?? []).filter(([name]) => name === instruction).map(([, value = '']) => value);

const production = {
  PUBLIC_URL: 'https://cardwire.example.com',
  SECRET_KEYS: Buffer.alloc(32, 1).toString('base64'),
  ENTRA_CLIENT_ID: '11111111-2222-3333-4444-555555555555',
  ENTRA_TENANTS: '66666666-7777-8888-9999-000000000000',
};

it('makes the image on the Node that everything else runs on, and runs it as nobody special', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const major = /\d+/.exec(devDependencies.node)?.[0];
  expect(stages).toHaveLength(2);
  expect(values(0, 'FROM')).toEqual([`node:${major}-slim AS build`]);
  expect(values(1, 'FROM')).toEqual([`node:${major}-slim`]);
  expect(values(1, 'USER')).toEqual(['node']);
  expect(values(1, 'CMD')).toEqual(['["node", "server/main.ts"]']);
  expect(values(1, 'HEALTHCHECK').join()).toContain('/health/ready');
  for (const [, name = ''] of values(1, 'ENV')
    .join(' ')
    .matchAll(/([A-Z_]+)=/g)) {
    expect([...settings, 'NODE_OPTIONS'], name).toContain(name);
  }
});

it('copies into the image what is there, and lets Docker see all of it', () => {
  const wanted = values(0, 'COPY').flatMap((line) => line.split(' ').slice(0, -1));
  const allowed = deploy('Dockerfile.dockerignore').split('\n');
  for (const path of wanted) {
    expect(existsSync(path), path).toBe(true);
    expect(allowed).toContain(`!${path}`);
  }
  // What the server reads when it runs.
  const kept = values(1, 'COPY').map((line) => line.split(' ').at(-2)?.replace('/cardwire/', ''));
  expect(kept).toEqual(['node_modules', 'dist', 'server', 'manifest', 'prisma', 'package.json']);
});

it('composes a server that takes its settings, changes nothing and waits for its database', () => {
  const { services } = parse(deploy('compose.yaml'));
  const { cardwire, database } = services;
  expect(cardwire).toMatchObject({
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    depends_on: { database: { condition: 'service_healthy' } },
    build: { context: '..', dockerfile: 'deploy/Dockerfile' },
  });
  expect(database.image).toBe('postgres:18');
  const example = deploy('cardwire.env.example');
  const given: Record<string, string> = { ...production, DATABASE_PASSWORD: 'secret' };
  const env = Object.fromEntries(
    Object.entries<string>(cardwire.environment).map(([name, value]) => [
      name,
      value.replace(/\$\{(\w+)(:[?-])?[^}]*\}/g, (_all, variable: string, optional?: string) => {
        if (optional !== ':-') expect(example).toMatch(new RegExp(`^${variable}=`, 'm'));
        return given[variable] ?? '';
      }),
    ]),
  );
  expect(readSettings({ NODE_ENV: 'production', ...env })).toMatchObject({
    production: true,
    databaseUrl: 'postgresql://cardwire:secret@database:5432/cardwire',
  });
});

it('has an example of settings that a server takes once its secrets are in', () => {
  const example = deploy('cardwire.env.example').replace(/^# (?=DATABASE_URL)/m, '');
  const env = Object.fromEntries([...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map((match) => match.slice(1)));
  expect(Object.keys(env).filter((name) => !settings.has(name))).toEqual(['DATABASE_PASSWORD']);
  expect(readSettings({ NODE_ENV: 'production', ...env, SECRET_KEYS: production.SECRET_KEYS })).toMatchObject(
    {
      publicUrl: production.PUBLIC_URL,
    },
  );
});

it('has a unit that starts the server with nothing that it could change', () => {
  const unit = deploy('cardwire.service');
  expect(unit).toMatch(/^ExecStart=\/usr\/bin\/node server\/main\.ts$/m);
  for (const line of [
    'DynamicUser=yes',
    'ProtectSystem=strict',
    'NoNewPrivileges=yes',
    'CapabilityBoundingSet=',
  ]) {
    expect(unit.split('\n')).toContain(line);
  }
  const names = [...unit.matchAll(/^Environment="?([^"\n]+)/gm)].flatMap(([, line = '']) =>
    [...line.matchAll(/\b([A-Z_]+)=/g)].map(([, name]) => name),
  );
  expect(names.filter((name) => !settings.has(name ?? ''))).toEqual(['NODE_OPTIONS']);
});

it('lets proxies take as much as GitHub sends', () => {
  expect(deploy('nginx.conf')).toMatch(/client_max_body_size 25m;/);
  expect(deploy('Caddyfile')).toMatch(/max_size 25MB/);
});

it('tells of each file, and how the image is made is what is told', () => {
  const page = readPage('deployment.md');
  for (const file of readdirSync('deploy').filter((name) => !name.endsWith('ignore') && name !== '.env')) {
    expect(page.text).toContain(`(../deploy/${file})`);
  }
  const bare = (line: string) => line.replaceAll(' --no-audit --no-fund', '').trim();
  const steps = values(0, 'RUN')
    .flatMap((line) => line.split('&&'))
    .map(bare);
  expect(page.blocks('sh').map((block) => block.trim().split('\n'))).toContainEqual(steps);
});
