import { StandalonePage } from '../../shared/standalone-page.tsx';
import { startPage } from '../../shared/start-page.tsx';
import { createConnectApi, createPersonApi } from '../connect-api.ts';
import { CONNECT_WORDS } from '../words.ts';
import { DonePage } from './done-page.tsx';

const api = createConnectApi();
const person = createPersonApi();

startPage(
  <StandalonePage title={({ language }) => CONNECT_WORDS[language].title}>
    <DonePage api={api} person={person} />
  </StandalonePage>,
);
