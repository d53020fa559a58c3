import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SandboxPage } from './sandbox-page.tsx';
import './sandbox.css';

const place = document.getElementById('root');
if (!place) throw new Error('The page has no element with the id root');
createRoot(place).render(
  <StrictMode>
    <SandboxPage />
  </StrictMode>,
);
