import { startPage } from '../shared/start-page.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { runWindow } from './sign-in-window.ts';

const outcome = runWindow(window.location, {
  leave: (address) => window.location.replace(address),
  close: () => window.close(),
});
startPage(<SignInPage outcome={outcome} />);
