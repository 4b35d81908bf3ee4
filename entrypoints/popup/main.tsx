import '../../components/base.css';
import '../../components/pieces.css';
import './popup.css';
import { mount } from '../../components/mount.tsx';
import { App } from './App.tsx';

mount(<App />);
