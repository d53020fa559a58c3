import type { LocalPerson } from '../identity/local-issuer.ts';
import { ProblemError } from '../problem.ts';

/** The tenant that everybody in the sandbox belongs to. Drawn at random: no real tenant has it. */
export const SANDBOX_TENANT_ID = '6b1f5c0e-3a94-4f0b-9d57-2f8e61c4a7d3';

/** The sandbox's app registration. */
export const SANDBOX_CLIENT_ID = '3b0f6a52-7c1d-4e8a-9f24-d6a1c85e0b79';

/** Somebody the sandbox can be used as. */
export interface Person {
  /** Entra's object id. */
  id: string;
  name: string;
  upn: string;
}

export const PEOPLE: readonly Person[] = [
  { id: '0f7c2a51-8f7e-4f55-a0b1-5d9c3e1b7a42', name: 'Ada Marsh', upn: 'ada@lighthouse.example' },
  { id: 'c3d1e9b7-64aa-4c1d-8f02-91b6a7e5d038', name: 'Louis Perrin', upn: 'louis@lighthouse.example' },
];

/** Somebody of another organisation, whom this server does not let in: for trying what that looks like. */
export const STRANGER: LocalPerson = {
  tenantId: '2d94c8e1-5b07-4a63-8f1c-e07b3a6d9452',
  objectId: '84e1f7c3-2a5d-4b90-9c36-1fd8a0b57e29',
  name: 'Mara Lindt',
  upn: 'mara@elsewhere.example',
};

export const TEAM = {
  /** Teams gives a team the thread id of its first channel. */
  id: '19:8d4e2b6f1c3a4f7e9b5d0a6c2e8f4b71@thread.tacv2',
  groupId: 'a41e7d20-5c8b-4b6f-9a3d-70c2f1e8b596',
  name: 'Lighthouse',
};

/** A channel; its id has the form that Teams gives to standard channels. */
export interface Channel {
  id: string;
  name: string;
}

export const CHANNELS: readonly Channel[] = [
  { id: TEAM.id, name: 'General' },
  { id: '19:2c9f7a1e5b3d4c8fa6e0b4d8f2a6c0e4@thread.tacv2', name: 'Builds' },
  { id: '19:e5a3c7f19b2d4e6f8a0c4b6d8e2f0a17@thread.tacv2', name: 'Support' },
];

/** The channel with this id; a request that names no channel of the team finds nothing. */
export function findChannel(id: string): Channel {
  const channel = CHANNELS.find((candidate) => candidate.id === id);
  if (!channel) throw new ProblemError('not-found', 'The sandbox has no such channel.');
  return channel;
}

/** Somebody of the team; a request that names nobody of it is not valid. */
export function findPerson(id: string): Person {
  const person = PEOPLE.find((candidate) => candidate.id === id);
  if (!person) throw new ProblemError('invalid-request', 'The sandbox does not know this person.');
  return person;
}
