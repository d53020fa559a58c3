import { StandalonePage } from '../shared/standalone-page.tsx';
import { startPage } from '../shared/start-page.tsx';
import { OperatePage } from './operate-page.tsx';
import { OPERATE_WORDS } from './words.ts';

startPage(
  <StandalonePage title={({ language }) => OPERATE_WORDS[language].title}>
    <OperatePage />
  </StandalonePage>,
);
