import { startPage } from '../shared/start-page.tsx';
import { SandboxPage } from './sandbox-page.tsx';
import './sandbox.css';

startPage(<SandboxPage />);
