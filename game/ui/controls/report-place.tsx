import type { ReportProps } from '../model/public-rooms-model.ts';
import { useUi } from '../model/ui-context.ts';

/** Where a person can be reported, in rooms that strangers come into; what asks for it comes with those. */
export function ReportPlace(props: ReportProps) {
  const parts = useUi().model.publicParts.value;
  return parts && <parts.Report {...props} />;
}
