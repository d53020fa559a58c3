import { startPage } from '../../../shared/start-page.tsx';
import { SandboxFrame } from '../sandbox-frame.tsx';
import { MailPage } from './mail-page.tsx';

startPage(
  <SandboxFrame>
    <MailPage />
  </SandboxFrame>,
);
