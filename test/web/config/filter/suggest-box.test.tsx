import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { SuggestBox } from '../../../../web/config/filter/suggest-box.tsx';

const SUGGESTIONS = ['main', 'Été', 'release/1'].map((value, index) => ({ value, events: 3 - index }));

function Box({ suggestions }: { suggestions: typeof SUGGESTIONS }) {
  const [value, setValue] = useState('');
  const [entered, setEntered] = useState('');
  return (
    <>
      <SuggestBox
        label="Branch"
        value={value}
        suggestions={suggestions}
        maxLength={20}
        disabled={false}
        onChange={setValue}
        onEnter={() => setEntered(value)}
      />
      <pre>{entered}</pre>
    </>
  );
}

function open(suggestions = SUGGESTIONS) {
  const { rerender } = render(<Box suggestions={suggestions} />);
  return {
    load: () => rerender(<Box suggestions={SUGGESTIONS} />),
    user: userEvent.setup(),
    box: screen.getByRole('combobox', { name: 'Branch' }) as HTMLInputElement,
  };
}
const options = () => screen.queryAllByRole('option').map((option) => option.textContent);
const activeOf = (box: HTMLElement) =>
  document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent;

it('shows its suggestions on a click, with how many events held them', async () => {
  const { user, box } = open();
  expect(box.getAttribute('aria-expanded')).toBe('false');
  await user.click(box);
  expect(box.getAttribute('aria-expanded')).toBe('true');
  expect(options()).toEqual(['main3 events', 'Été2 events', 'release/11 event']);
  await user.click(screen.getByRole('option', { name: /release/ }));
  expect(box.value).toBe('release/1');
  expect(document.activeElement).toBe(box);
  expect(options()).toEqual([]);
});

it('keeps to what fits while somebody types, whatever the accents and the case', async () => {
  const { user, box } = open();
  await user.type(box, 'ete');
  expect(options()).toEqual(['Été2 events']);
  await user.type(box, 'rnal');
  expect(options()).toEqual([]);
  expect(box.getAttribute('aria-expanded')).toBe('false');
});

it('is used by the keyboard alone', async () => {
  const { user, box } = open();
  await user.tab();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(activeOf(box)).toBe('Été2 events');
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(activeOf(box)).toBeUndefined();
  await user.keyboard('{ArrowUp}');
  expect(activeOf(box)).toBe('release/11 event');
  await user.keyboard('{Enter}');
  expect(box.value).toBe('release/1');
});

it('marks the one that an arrow meant, once suggestions are there', async () => {
  const { user, box, load } = open([]);
  await user.tab();
  await user.keyboard('{ArrowDown}');
  load();
  expect(activeOf(box)).toBe('main3 events');
  await user.keyboard('{Enter}');
  expect(box.value).toBe('main');
});

it('closes with Escape and keeps what was typed; Enter then takes that', async () => {
  const { user, box } = open();
  await user.type(box, 'm');
  await user.keyboard('{Escape}');
  expect([box.value, options()]).toEqual(['m', []]);
  await user.keyboard('{Enter}');
  expect(document.querySelector('pre')?.textContent).toBe('m');
});

it('closes when it is left', async () => {
  const { user, box } = open();
  await user.click(box);
  await user.tab();
  expect(options()).toEqual([]);
});
