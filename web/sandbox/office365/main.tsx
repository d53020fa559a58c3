import { startPage } from '../../shared/start-page.tsx';
import { Office365Page } from './office365-page.tsx';
import { SandboxFrame } from './sandbox-frame.tsx';

startPage(
  <SandboxFrame>
    <Office365Page leave={(address) => window.location.assign(address)} />
  </SandboxFrame>,
);
