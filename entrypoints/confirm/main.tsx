import '../../components/base.css';
import '../../components/pieces.css';
import './confirm.css';
import { mount } from '../../components/mount.tsx';
import { App } from './App.tsx';

mount(<App id={location.hash.slice(1)} />);
