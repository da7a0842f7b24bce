import { injectedHost } from './controls.ts';
import { enoughNames, type Measured } from './measure.ts';

/** What does not hold, one line each; empty where nothing left and the controls show that it would have been seen. */
export function faultsOf(measured: Measured): readonly string[] {
  const { suite } = measured;
  return [...silentControls(measured), ...leaks(measured), ...(suite.passed === 0 ? ['no end-to-end test ran'] : []), ...suite.failures];
}

function silentControls({ bare, injected }: Measured): readonly string[] {
  return [
    ...(bare.names.length < enoughNames ? [`the control is silent: a bare browser was heard asking for ${bare.names.length} names, not ${enoughNames}`] : []),
    ...(injected.stopped.some((line) => line.includes(injectedHost)) ? [] : ['the policy of our page did not stop an injected call']),
    ...(injected.unguarded.names.includes(injectedHost) ? [] : ['an injected call without any guard was not heard']),
  ];
}

function leaks({ injected, sent, reached }: Measured): readonly string[] {
  return [
    ...[injected.left, sent, ...(reached === null ? [] : [reached.sent])].flatMap(({ packets }) => packets.map((packet) => `a packet wanted to leave: ${packet}`)),
    ...(reached === null ? [] : [...reached.command, ...reached.serve, ...reached.browser].map((address) => `a program wanted to reach ${address}`)),
  ];
}
