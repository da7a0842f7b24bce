import './trusted-types.ts';
import './zod-without-eval.ts';
import './styles/index.css';
import { createRoot } from 'react-dom/client';
import { findBridge } from './bridge.ts';
import { StartAgain } from './components/start-again.tsx';
import { adoptTokens, mountApp } from './mount.tsx';

const container = document.getElementById('root');
if (container === null) throw new Error('the page has no #root');

const startAgain = () => {
  adoptTokens();
  const fresh = document.createElement('div');
  document.body.replaceChildren(fresh);
  createRoot(fresh).render(<StartAgain />);
};
const bridge = await findBridge(startAgain);
if (bridge === null) startAgain();
else mountApp(container, bridge);
