import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useDesk } from '../desk/desk.ts';
import { showOverlay } from '../desk/opening.ts';

/** A dialog over the screens; Esc, the cross and a click beside it close it. */
export function Dialog({ title, width = 560, testId, children }: { readonly title: string; readonly width?: number; readonly testId: string; readonly children: ReactNode }) {
  const desk = useDesk();
  return (
    <Modal open title={title} width={width} footer={null} onCancel={() => { showOverlay(desk, null); }} destroyOnHidden>
      <div data-testid={testId}>{children}</div>
    </Modal>
  );
}
