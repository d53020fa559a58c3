import { startPage } from '../../shared/start-page.tsx';
import { GalleryPage } from './gallery-page.tsx';
import '../sandbox.css';

startPage(<GalleryPage />);
