import { StandalonePage } from '../shared/standalone-page.tsx';
import { startPage } from '../shared/start-page.tsx';
import { createConnectApi } from './connect-api.ts';
import { LandingPage } from './landing/landing-page.tsx';
import { CONNECT_WORDS } from './words.ts';

const api = createConnectApi();

startPage(
  <StandalonePage title={({ language }) => CONNECT_WORDS[language].title}>
    <LandingPage api={api} leave={(address) => window.location.assign(address)} />
  </StandalonePage>,
);
