import '../../components/base.css';
import '../../components/pieces.css';
import '../../components/notices-grid.css';
import './options.css';
import { i18n } from '#i18n';
import { mount } from '../../components/mount.tsx';
import { App } from './App.tsx';

document.title = i18n.t('options.title');
mount(<App />);
