import { useDeskState } from '../desk/desk.ts';
import { DetailsDialog } from './details-dialog.tsx';
import { IdentityDialog } from './identity-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { NewAssessment } from './new-assessment.tsx';
import { Palette } from './palette.tsx';

/** The one dialog that lies over the screens, if any. */
export function Overlays() {
  const overlay = useDeskState((state) => state.overlay);
  switch (overlay) {
    case null: return null;
    case 'new': return <NewAssessment />;
    case 'palette': return <Palette codesOnly={false} />;
    case 'code': return <Palette codesOnly />;
    case 'help': return <KeysDialog />;
    case 'identity': return <IdentityDialog />;
    case 'details': return <DetailsDialog />;
  }
}
