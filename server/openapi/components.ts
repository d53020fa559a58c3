import type { TSchema } from 'typebox';
import { CardActionRequest } from '../card-actions/schema.ts';
import { ChangeList, RestoreRequest } from '../configurations/change-schema.ts';
import {
  PauseRequest,
  ReplayRequest,
  ReplayResult,
  ResumeRequest,
} from '../configurations/delivery-schema.ts';
import { CameList, EventDetail } from '../configurations/event-schema.ts';
import { Explanation } from '../configurations/explain-schema.ts';
import { FilterSchema } from '../configurations/filter-schema.ts';
import { NextPost, NextPostRequest } from '../configurations/schedule-schema.ts';
import {
  ChangeConfiguration,
  ChannelNews,
  Configuration,
  ConnectorSchema,
  CreateConfiguration,
  DeliveryPage,
  DeliverySchema,
  Recognition,
  WebhookUrl,
} from '../configurations/schema.ts';
import { ConnectResult, TestRequest, TestResult } from '../configurations/test-schema.ts';
import { TrialRequest } from '../configurations/trial-schema.ts';
import {
  ConnectionList,
  ConnectSessionView,
  ProofSchema,
  StartConnect,
  StartedConnect,
} from '../connect/schema.ts';
import { QuietHoursSchema, ScheduleSchema } from '../delivery/schedule.ts';
import { CloudEvent, Receipts, ShortEvent, SourceAnswer } from '../events/schema.ts';
import { SignInOffer } from '../identity/sign-in-offer.ts';
import { ActivityAnswer, BacktestAnswer, BacktestRequest, SuggestionsAnswer } from '../lookback/schema.ts';
import { ChangesPage, NamedAuditPage } from '../operate/audit-routes.ts';
import { ApplyRequest, ApplyResult, ConfigurationCode, ExportPage } from '../operate/code/schema.ts';
import { OperatedDetail, OperatedPage } from '../operate/configuration-schema.ts';
import { DeliveryDetail, OperatedDeliveries } from '../operate/delivery-schema.ts';
import { EraseRequest, EraseResult } from '../operate/erase/schema.ts';
import { EventTypeCounts, Overview, Series } from '../operate/figures-schema.ts';
import { CreatedKey, Key, KeyPage, NewKey } from '../operate/key-schema.ts';
import { OperateReplayRequest } from '../operate/schema.ts';
import { Preview, PreviewRequest } from '../previews/schema.ts';
import { ProblemSchema } from '../problem.ts';
import * as configurations from './examples/configurations.ts';
import * as connect from './examples/connect.ts';
import * as deliveries from './examples/deliveries.ts';
import * as events from './examples/events.ts';
import * as operate from './examples/operate.ts';
import * as trying from './examples/trying.ts';

/** A schema that has a name in the document, and what such a thing looks like. */
interface Component {
  schema: TSchema;
  example: unknown;
}

/** By their names in the document. A body of a call belongs here; a test tells of one that does not. */
export const COMPONENTS: Readonly<Record<string, Component>> = {
  Problem: { schema: ProblemSchema, example: configurations.problem },
  ShortEvent: { schema: ShortEvent, example: events.shortEvent },
  CloudEvent: { schema: CloudEvent, example: events.cloudEvent },
  Receipts: { schema: Receipts, example: events.receipts },
  SourceAnswer: { schema: SourceAnswer, example: events.sourceAnswer },
  CardActionRequest: { schema: CardActionRequest, example: events.cardAction },
  Connector: { schema: ConnectorSchema, example: configurations.connector },
  SignInOffer: { schema: SignInOffer, example: configurations.signInOffer },
  Filter: { schema: FilterSchema, example: configurations.filter },
  Schedule: { schema: ScheduleSchema, example: configurations.schedule },
  QuietHours: { schema: QuietHoursSchema, example: configurations.quietHours },
  Configuration: { schema: Configuration, example: configurations.configuration },
  CreateConfiguration: { schema: CreateConfiguration, example: configurations.createConfiguration },
  ChangeConfiguration: { schema: ChangeConfiguration, example: configurations.changeConfiguration },
  WebhookUrl: { schema: WebhookUrl, example: configurations.webhookUrl },
  Recognition: { schema: Recognition, example: configurations.recognition },
  Changes: { schema: ChangeList, example: configurations.changes },
  RestoreRequest: { schema: RestoreRequest, example: { version: 4 } },
  TestRequest: { schema: TestRequest, example: {} },
  TestResult: { schema: TestResult, example: configurations.testResult },
  TrialRequest: { schema: TrialRequest, example: { ...configurations.webhookUrl, language: 'en' } },
  ConnectResult: {
    schema: ConnectResult,
    example: {
      connected: true,
      test: configurations.testResult,
      configuration: configurations.configuration,
    },
  },
  PauseRequest: { schema: PauseRequest, example: { for: 3_600, onResume: 'catch_up' } },
  ResumeRequest: { schema: ResumeRequest, example: { mode: 'replay' } },
  ReplayRequest: { schema: ReplayRequest, example: { failed: true } },
  ReplayResult: { schema: ReplayResult, example: { replayed: 3, repeated: 0 } },
  Delivery: { schema: DeliverySchema, example: deliveries.delivery },
  Deliveries: { schema: DeliveryPage, example: deliveries.page },
  ChannelNews: {
    schema: ChannelNews,
    example: { configuration: configurations.configuration, deliveries: deliveries.page },
  },
  CameEvents: { schema: CameList, example: deliveries.cameEvents },
  EventDetail: { schema: EventDetail, example: deliveries.eventDetail },
  Explanation: { schema: Explanation, example: deliveries.explanation },
  NextPostRequest: { schema: NextPostRequest, example: trying.nextPostRequest },
  NextPost: { schema: NextPost, example: { at: '2026-11-23T08:00:00.000Z' } },
  Activity: { schema: ActivityAnswer, example: trying.activity },
  Suggestions: { schema: SuggestionsAnswer, example: trying.suggestions },
  BacktestRequest: { schema: BacktestRequest, example: trying.backtestRequest },
  Backtest: { schema: BacktestAnswer, example: trying.backtest },
  PreviewRequest: { schema: PreviewRequest, example: trying.previewRequest },
  Preview: { schema: Preview, example: trying.preview },
  StartConnect: { schema: StartConnect, example: connect.start },
  StartedConnect: { schema: StartedConnect, example: connect.started },
  ConnectSession: { schema: ConnectSessionView, example: connect.session },
  Connections: { schema: ConnectionList, example: { connections: [connect.connection] } },
  Proof: { schema: ProofSchema, example: connect.proof },
  OperatedConfigurations: { schema: OperatedPage, example: operate.configurations },
  OperatedConfiguration: { schema: OperatedDetail, example: operate.configuration },
  OperatedDeliveries: { schema: OperatedDeliveries, example: operate.deliveries },
  OperatedDelivery: { schema: DeliveryDetail, example: operate.delivery },
  ConfigurationCode: { schema: ConfigurationCode, example: operate.code },
  ConfigurationCodes: { schema: ExportPage, example: { items: [operate.code] } },
  ApplyRequest: { schema: ApplyRequest, example: { dryRun: true, configurations: [operate.code] } },
  ApplyResult: { schema: ApplyResult, example: operate.applied },
  EraseRequest: { schema: EraseRequest, example: operate.eraseRequest },
  EraseResult: { schema: EraseResult, example: operate.erased },
  Overview: { schema: Overview, example: operate.overview },
  Series: { schema: Series, example: operate.series },
  EventTypes: { schema: EventTypeCounts, example: operate.eventTypes },
  NewKey: { schema: NewKey, example: operate.newKey },
  CreatedKey: { schema: CreatedKey, example: operate.createdKey },
  Key: { schema: Key, example: operate.key },
  Keys: { schema: KeyPage, example: { items: [operate.key] } },
  Audit: { schema: NamedAuditPage, example: operate.audit },
  OperatedChanges: { schema: ChangesPage, example: operate.changes },
  OperateReplayRequest: {
    schema: OperateReplayRequest,
    example: { failed: true, configuration: configurations.configuration.id },
  },
};
