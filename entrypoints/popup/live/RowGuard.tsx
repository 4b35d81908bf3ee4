import { Component, type ReactElement, type ReactNode } from 'react';
import { i18n } from '#i18n';

interface OddRowProps {
  /** What is known of it: the invoice. Null where not even that is. */
  readonly about: string | null;
}

/** A row that is there and cannot be shown. */
export function OddRow({ about }: OddRowProps): ReactElement {
  return (
    <li className="stack" data-odd="">
      <h3>{i18n.t('popup.odd_row')}</h3>
      {about !== null && <p className="soft small">{about}</p>}
      <p className="small">{i18n.t('popup.odd_row_note')}</p>
    </li>
  );
}

interface RowGuardProps extends OddRowProps {
  readonly children: ReactNode;
}

/** One row that cannot be shown (from a file, of another release) must not take the others from the screen. */
export class RowGuard extends Component<RowGuardProps, { readonly isOdd: boolean }> {
  static getDerivedStateFromError(): { readonly isOdd: boolean } {
    return { isOdd: true };
  }

  override state = { isOdd: false };

  override render(): ReactNode {
    return this.state.isOdd ? <OddRow about={this.props.about} /> : this.props.children;
  }
}
