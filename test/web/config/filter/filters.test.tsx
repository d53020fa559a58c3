import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Configuration } from '../../../../server/configurations/schema.ts';
import { CONFIGURATION_ID, CONNECTOR_URL } from '../../examples.ts';
import { createFakeServer } from '../../fake-server.ts';
import { openPage } from '../../open-page.tsx';
import { offerFields } from './offer-with-fields.ts';

beforeEach(() => window.localStorage.clear());

/** Opens the page, new or to edit what is stored, and waits for the filters. */
async function open(stored?: Partial<Configuration>, address = '/config?host=connector') {
  const server = offerFields(createFakeServer());
  if (stored) server.store(stored, CONNECTOR_URL);
  const config = { webhookUrl: CONNECTOR_URL, appType: 'Teams' };
  const page = openPage(address, {
    server,
    host: { config: stored ? { ...config, entityId: CONFIGURATION_ID } : config },
  });
  await screen.findByRole('heading', { name: /^Filters$|^Filtres$/ });
  const save = async () => {
    page.host.pressSave();
    await waitFor(() => expect(page.host.answers.at(-1)).toEqual({ ok: true }));
    return [...server.configurations.values()][0]?.filter;
  };
  const row = (name: string) => within(screen.getByRole('group', { name }));
  return { ...page, server, save, row };
}

describe('filters', () => {
  it('are none at first, and are saved as none', async () => {
    const { save } = await open();
    expect(screen.getByText('Posts “Task created”.')).toBeDefined();
    expect(await save()).toEqual({ match: 'all', conditions: [] });
  });

  it('mute bots with one switch', async () => {
    const { user, save } = await open();
    await user.click(screen.getByRole('switch', { name: 'Mute bots' }));
    expect(screen.getByText('Posts “Task created”, not by bots.')).toBeDefined();
    expect(await save()).toMatchObject({ except: [{ field: 'bot', operator: 'is', value: true }] });
  });

  it('mute the user’s own actions once they said who they are, and remember it', async () => {
    const { user, save, host } = await open();
    await user.click(screen.getByRole('switch', { name: 'Mute my own actions' }));
    expect(screen.getByText('Enter the name that the events give you.')).toBeDefined();
    expect(host.valid()).toBe(false);

    await user.click(screen.getByRole('combobox', { name: 'Your user name' }));
    await user.click(await screen.findByRole('option', { name: /octocat/ }));
    await waitFor(() => expect(host.valid()).toBe(true));
    expect(screen.getByText('Posts “Task created”, not by octocat.')).toBeDefined();
    expect(await save()).toMatchObject({ except: [{ field: 'actor.login', value: 'octocat' }] });
    expect(window.localStorage.getItem('cardwire.login')).toBe('octocat');
  });

  it('take a condition with a suggested value', async () => {
    const { user, save, row } = await open();
    await user.click(screen.getByRole('checkbox', { name: 'Task updated' }));
    await user.click(screen.getByRole('button', { name: 'Add a condition to “Only when”' }));
    const field = row('Only when, 1').getByRole('combobox', { name: 'What' });
    expect(document.activeElement).toBe(field);
    await user.selectOptions(field, 'Branch');
    await user.selectOptions(row('Only when, 1').getByRole('combobox', { name: 'How' }), 'starts with');
    await user.click(row('Only when, 1').getByRole('combobox', { name: 'Value' }));
    expect(await screen.findByRole('option', { name: /main.*12 events/ })).toBeDefined();
    await user.keyboard('rel');
    await waitFor(() =>
      expect(
        within(screen.getByRole('listbox'))
          .getAllByRole('option')
          .map((one) => one.textContent),
      ).toEqual(['release/11 event']),
    );
    await user.keyboard('{Escape}');

    expect(screen.getByText(/only when the branch starts with rel\./)).toBeDefined();
    expect(screen.getByText(/because they have none: “Task created”/)).toBeDefined();
    expect(await save()).toEqual({
      match: 'all',
      conditions: [{ field: 'branch', operator: 'starts with', value: 'rel' }],
    });
  });

  it('take several values for one condition', async () => {
    const { user, save, row } = await open();
    await user.click(screen.getByRole('button', { name: 'Add a condition to “Never when”' }));
    const condition = row('Never when, 1');
    await user.selectOptions(condition.getByRole('combobox', { name: 'What' }), 'Labels');
    await user.selectOptions(condition.getByRole('combobox', { name: 'How' }), 'include one of');
    const box = condition.getByRole('combobox', { name: 'Add a value' });
    await user.click(box);
    await user.click(await screen.findByRole('option', { name: /wip/ }));
    await user.type(box, 'stale');
    await user.keyboard('{Escape}{Enter}');
    await user.type(box, 'old');
    await user.tab();
    expect(screen.getByText(/never when the labels include wip, stale, or old/)).toBeDefined();
    await user.click(condition.getByRole('button', { name: 'Remove stale' }));
    expect(await save()).toMatchObject({
      except: [{ field: 'labels', operator: 'one of', value: ['wip', 'old'] }],
    });
  });

  it('keep Save back while a condition lacks something, and let it go when it is removed', async () => {
    const { user, host } = await open();
    await user.click(screen.getByRole('button', { name: 'Add a condition to “Only when”' }));
    await waitFor(() => expect(host.valid()).toBe(false));
    expect(screen.getByText('Before you can save: the rest of each condition.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Remove this condition' }));
    await waitFor(() => expect(host.valid()).toBe(true));
    expect(document.activeElement).toBe(
      screen.getByRole('button', { name: 'Add a condition to “Only when”' }),
    );
  });

  it('show what is stored, also what rows cannot express, and keep it', async () => {
    const filter: Configuration['filter'] = {
      match: 'any',
      conditions: [
        { field: 'repository', operator: 'is', value: 'octo/hello' },
        { field: 'commitCount', operator: 'above', value: 5 },
      ],
      except: [{ field: 'bot', operator: 'is', value: true }],
    };
    const { save, row, user } = await open({ filter });
    expect(row('Only when, 1').getByRole('combobox', { name: 'Value' })).toHaveProperty(
      'value',
      'octo/hello',
    );
    expect(screen.getByText(/Set by other means/)).toBeDefined();
    expect(screen.getByRole('combobox', { name: 'How many must hold' })).toHaveProperty('value', 'any');
    expect(screen.getByRole('switch', { name: 'Mute bots' })).toHaveProperty('checked', true);
    expect(await save()).toEqual(filter);
    await user.click(
      screen.getByRole('button', { name: 'Remove the condition: the repository is octo/hello' }),
    );
    await user.click(screen.getByRole('button', { name: 'Remove the condition: “commitCount” is above 5' }));
    await user.click(screen.getByRole('switch', { name: 'Mute bots' }));
    expect(await save()).toEqual({ match: 'any', conditions: [] });
  });

  it('offer only what the chosen events can be asked', async () => {
    const { user, row } = await open();
    await user.click(screen.getByRole('button', { name: 'Add a condition to “Only when”' }));
    const field = row('Only when, 1').getByRole('combobox', { name: 'What' });
    expect(within(field).queryByRole('option', { name: 'Branch' })).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'Task updated' }));
    expect(within(field).getByRole('option', { name: 'Branch' })).toBeDefined();
  });

  it('say at the row what the server refuses while it is typed', async () => {
    const { user, row, server } = await open({
      eventTypes: ['task.updated'],
      filter: { match: 'all', conditions: [{ field: 'branch', operator: 'is', value: 'main' }] },
    });
    const refusal = { code: 'invalid-request', pointers: ['/filter/conditions/1/value'] } as const;
    await user.click(screen.getByRole('button', { name: 'Add a condition to “Only when”' }));
    await user.selectOptions(row('Only when, 2').getByRole('combobox', { name: 'What' }), 'Repository');
    server.trouble('POST /api/backtest', refusal, { times: 9 });
    await user.type(row('Only when, 2').getByRole('combobox', { name: 'Value' }), 'x');
    expect(await row('Only when, 2').findByText(/The server does not accept this/)).toBeDefined();
    expect(row('Only when, 1').queryByText(/The server does not accept this/)).toBeNull();
  });

  it('say at the row and at the switch what the server refuses when it is saved, until that changes', async () => {
    const { user, row, server, host } = await open({
      eventTypes: ['task.updated'],
      filter: {
        match: 'all',
        conditions: [{ field: 'branch', operator: 'is', value: 'main' }],
        except: [
          { field: 'repository', operator: 'is', value: 'octo/hello' },
          { field: 'labels', operator: 'is', value: 'wip' },
        ],
      },
    });
    const pointers = ['/filter/except/0/value'];
    server.trouble('PATCH /api/configurations/{id}', { code: 'invalid-request', pointers });
    host.pressSave();
    await waitFor(() => expect(host.answers.at(-1)).toMatchObject({ ok: false }));
    expect(row('Never when, 1').getByText(/The server does not accept this/)).toBeDefined();
    expect(row('Only when, 1').queryByText(/The server does not accept this/)).toBeNull();
    await user.click(screen.getByRole('button', { name: /Remove the condition: the repository/ }));
    expect(screen.queryByText(/The server does not accept this/)).toBeNull();
    expect(screen.getByText(/never when the labels include wip/)).toBeDefined();
  });

  it('speak French', async () => {
    const { user } = await open(undefined, '/config?host=connector&locale=fr-fr');
    await user.click(screen.getByRole('switch', { name: 'Ignorer les robots' }));
    expect(screen.getByText(/sauf quand l’auteur est un robot\.$/)).toBeDefined();
  });

  it('let every value be typed and saved when nothing can be suggested', async () => {
    const { user, row, server, save } = await open();
    server.trouble('GET /api/suggestions', 'unreachable', { times: 9 });
    server.trouble('POST /api/backtest', 'unreachable', { times: 99 });
    await user.click(screen.getByRole('button', { name: 'Add a condition to “Only when”' }));
    await user.selectOptions(row('Only when, 1').getByRole('combobox', { name: 'What' }), 'Repository');
    await user.type(row('Only when, 1').getByRole('combobox', { name: 'Value' }), 'octo/hello');
    expect(await save()).toMatchObject({ conditions: [{ value: 'octo/hello' }] });
  });
});
