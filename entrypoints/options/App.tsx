import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { SetupWait } from '../../components/SetupWait.tsx';
import { useSetup } from '../../components/use-setup.ts';
import { AccountSection } from './account/AccountSection.tsx';
import { AdoptionSection } from './adoption/AdoptionSection.tsx';
import { DataSection } from './data/DataSection.tsx';
import { Footer } from './Footer.tsx';
import { MessagesSection } from './messages/MessagesSection.tsx';
import { HelpSection } from './help/HelpSection.tsx';
import { NoticesSection } from './notices/NoticesSection.tsx';
import { Overview } from './Overview.tsx';
import { PayerNoticesSection } from './payer-notices/PayerNoticesSection.tsx';
import { PanelSection } from './panel/PanelSection.tsx';
import { SecuritySection } from './security/SecuritySection.tsx';
import { SendingSection } from './sending/SendingSection.tsx';
import { RoutingSection } from './routing/RoutingSection.tsx';
import { SyncSection } from './sync/SyncSection.tsx';
import { useSurveys } from './use-surveys.ts';
import { WebserviceSection } from './webservice/WebserviceSection.tsx';

export function App(): ReactElement {
  const setup = useSetup();
  const surveys = useSurveys();
  const { view } = setup;
  const onChange = (): void => void setup.reload();
  return (
    <main>
      <header>
        <h1>{i18n.t('options.title')}</h1>
        <p className="soft">{i18n.t('options.intro')}</p>
      </header>
      <SetupWait setup={setup} />
      {view !== null && (
        <>
          <Overview setup={view} onChange={onChange} />
          <AccountSection setup={view} surveys={surveys} onChange={onChange} />
          <PanelSection setup={view} onChange={onChange} />
          <WebserviceSection setup={view} surveys={surveys} onChange={onChange} />
          <RoutingSection setup={view} surveys={surveys} onChange={onChange} />
          <SendingSection setup={view} onChange={onChange} />
          <SecuritySection setup={view} onChange={onChange} />
          <PayerNoticesSection setup={view} onChange={onChange} />
          <MessagesSection setup={view} onChange={onChange} />
          <NoticesSection setup={view} onChange={onChange} />
          <SyncSection setup={view} onChange={onChange} />
          <AdoptionSection setup={view} onChange={onChange} />
          <DataSection setup={view} onChange={onChange} />
        </>
      )}
      <HelpSection isSettled={view !== null} />
      {view !== null && <Footer version={view.version} />}
    </main>
  );
}
