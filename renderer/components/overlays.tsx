import { useDeskState } from '../desk/desk.ts';
import type { Overlay } from '../desk/state.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { CloneDialog } from './clone-dialog.tsx';
import { DetailsDialog } from './details-dialog.tsx';
import { IdentityDialog } from './identity-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { MappingDialog } from './mapping-dialog.tsx';
import { NewAssessment } from './new-assessment.tsx';
import { Palette } from './palette.tsx';
import { LicensedWordingDialog } from '../screens/licensed-wording/licensed-wording-dialog.tsx';
import { PurgeDialog } from './purge-dialog.tsx';
import { RepairDialog } from './repair-dialog.tsx';
import { RulesDialog } from './rules-dialog.tsx';

/** The one dialog that lies over the screens, if any. */
export function Overlays() {
  const overlay = useDeskState((state) => state.overlay);
  if (overlay === null) return null;
  if (typeof overlay === 'string') return <Plain overlay={overlay} />;
  if ('bulk' in overlay) return <BulkDialog {...overlay.bulk} />;
  if ('mapping' in overlay) return <MappingDialog key={overlay.mapping.path} {...overlay.mapping} />;
  return 'purge' in overlay ? <PurgeDialog {...overlay.purge} /> : <RepairDialog key={overlay.repair.file} {...overlay.repair} />;
}

/** Those that need to be told nothing. */
function Plain({ overlay }: { readonly overlay: Extract<Overlay, string> }) {
  switch (overlay) {
    case 'new': return <NewAssessment />;
    case 'palette': return <Palette codesOnly={false} />;
    case 'code': return <Palette codesOnly />;
    case 'licensed-wording': return <LicensedWordingDialog />;
    case 'help': return <KeysDialog />;
    case 'identity': return <IdentityDialog />;
    case 'rules': return <RulesDialog />;
    case 'clone': return <CloneDialog />;
    case 'details': return <DetailsDialog />;
  }
}
