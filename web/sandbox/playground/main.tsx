import { startPage } from '../../shared/start-page.tsx';
import { PlaygroundPage } from './playground-page.tsx';
import '../sandbox.css';

startPage(<PlaygroundPage />);
