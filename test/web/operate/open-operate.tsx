import { render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import { OperatePage } from '../../../web/operate/operate-page.tsx';
import { OPERATE_WORDS } from '../../../web/operate/words.ts';
import { StandalonePage } from '../../../web/shared/standalone-page.tsx';
import { OPERATE_KEY } from '../fake-operate.ts';
import { createFakeServer, type FakeServer } from '../fake-server.ts';

interface Opened {
  server: FakeServer;
  user: UserEvent;
}

/** Opens `/operate` as `main.tsx` does, in a browser of this language. */
export function openOperate(
  place = '',
  { server = createFakeServer(), language = 'en-US' }: { server?: FakeServer; language?: string } = {},
): Opened {
  vi.stubGlobal('fetch', server.fetch);
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: false }));
  vi.spyOn(navigator, 'language', 'get').mockReturnValue(language);
  window.history.replaceState(null, '', `/operate${place}`);
  render(
    <StandalonePage title={(speech) => OPERATE_WORDS[speech.language].title}>
      <OperatePage />
    </StandalonePage>,
  );
  return { server, user: userEvent.setup() };
}

/** Types a key and presses the button, as soon as they are there. */
export async function signIn({ user }: Opened, key = OPERATE_KEY): Promise<void> {
  await user.type(await screen.findByLabelText('Key'), key);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}
