import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { EventChoices } from '../../../../web/shared/event-choices/event-choices.tsx';
import type { OfferedGroup } from '../../../../web/shared/event-choices/offered.ts';
import type { EventsOfLate } from '../../../../web/shared/event-choices/use-events-of-late.ts';

/** Two groups of seven: enough for a search. */
const GROUPS: OfferedGroup[] = ['Code', 'Issues'].map((title) => ({
  id: title,
  title,
  eventTypes: Array.from({ length: 7 }, (_, index) => ({
    type: `${title}.${index}`,
    title: `${title} event ${index}`,
    description: `What number ${index} means.`,
    suggested: false,
    filterFields: [],
  })),
}));

function Picker({ groups = GROUPS, ofLate }: { groups?: OfferedGroup[]; ofLate?: EventsOfLate }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['Code.0']));
  return (
    <>
      <EventChoices groups={groups} chosen={chosen} ofLate={ofLate} disabled={false} onChange={setChosen} />
      <pre>{[...chosen].sort().join(' ')}</pre>
    </>
  );
}

const open = (props: Parameters<typeof Picker>[0] = {}) => {
  render(<Picker {...props} />);
  return userEvent.setup();
};
const box = (name: string) => screen.getByRole('checkbox', { name });
const boxes = () => screen.getAllByRole('checkbox').map((element) => element.closest('span')?.textContent);
const chosen = () => document.querySelector('pre')?.textContent;

describe('the choice of events', () => {
  it('shows the groups that something is chosen of, and the others when they are opened', async () => {
    const user = open();
    expect(box('Code event 0')).toHaveProperty('checked', true);
    expect(screen.queryByRole('checkbox', { name: 'Issues event 0' })).toBeNull();

    const toggle = screen.getByRole('button', { name: 'Show the events of Issues' });
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    await user.click(toggle);
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    expect(within(screen.getByRole('group', { name: 'Issues' })).getAllByRole('checkbox')).toHaveLength(8);
  });

  it('ticks all of a group or none with one box, which tells when it is some', async () => {
    const user = open();
    const code = box('Code') as HTMLInputElement;
    expect(code.indeterminate).toBe(true);
    await user.click(code);
    expect([code.checked, code.indeterminate]).toEqual([true, false]);
    expect(chosen()?.split(' ')).toHaveLength(7);
    await user.click(code);
    expect([code.checked, code.indeterminate]).toEqual([false, false]);
    expect(chosen()).toBe('');
    expect(screen.getByText('Choose at least one event.')).toBeDefined();
  });

  it('says what each means', () => {
    open();
    const described = box('Code event 3').getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toBe('What number 3 means.');
  });

  it('finds events in closed groups too, and keeps what is chosen elsewhere', async () => {
    const user = open();
    await user.type(screen.getByRole('searchbox', { name: 'Search events' }), 'issues 5');
    expect(screen.getByRole('status').textContent).toBe('One event found');
    expect(boxes()).toHaveLength(2);
    await user.click(box('Issues event 5'));
    await user.clear(screen.getByRole('searchbox'));
    expect(chosen()).toBe('Code.0 Issues.5');
  });

  it('says when nothing fits', async () => {
    const user = open();
    await user.type(screen.getByRole('searchbox'), 'zebra');
    expect(screen.getByRole('status').textContent).toBe('No event fits “zebra”.');
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('ticks only what a search found, when the group’s box is ticked meanwhile', async () => {
    const user = open();
    await user.type(screen.getByRole('searchbox'), 'issues 5');
    await user.click(box('Issues'));
    expect(chosen()).toBe('Code.0 Issues.5');
  });

  it('says how often events came, and for a group how often all of them did', () => {
    open({ ofLate: { days: 7, events: { 'Code.0': 1_234, 'Code.1': 10_000 }, most: 10_000 } });
    expect(screen.getByText('1,234 in the last 7 days')).toBeDefined();
    expect(screen.getByText('10,000+ in the last 7 days')).toBeDefined();
    expect(screen.getByText('1 of 7 chosen · 11,234+ in the last 7 days')).toBeDefined();
    expect(screen.getAllByText('None in the last 7 days')).toHaveLength(5);
  });

  it('needs neither search nor closed groups for a few', () => {
    open({ groups: GROUPS.map((group) => ({ ...group, eventTypes: group.eventTypes.slice(0, 2) })) });
    expect(screen.queryByRole('searchbox')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
    expect(boxes()).toHaveLength(6);
  });

  it('can be used by keyboard alone', async () => {
    const user = open();
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    await user.tab();
    expect(document.activeElement).toBe(box('Code'));
    await user.keyboard(' ');
    expect(chosen()?.split(' ')).toHaveLength(7);
  });
});
