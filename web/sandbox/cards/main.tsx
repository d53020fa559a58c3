import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../sandbox.css';
import { GalleryPage } from './gallery-page.tsx';

const place = document.getElementById('root');
if (!place) throw new Error('The page has no element with the id root');
createRoot(place).render(
  <StrictMode>
    <GalleryPage />
  </StrictMode>,
);
