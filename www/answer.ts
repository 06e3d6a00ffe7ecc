/**
 * The types of what the core takes and answers.
 *
 * They are generated with the core, from where they are defined; nothing is defined here.
 */

export type {
  AnnotateOptions,
  Answer,
  Entity,
  EntityRelations,
  EntityType,
  ExportFormat,
  ExportOptions,
  Mark,
  Marks,
  Mention,
  MountOptions,
  OwnEntry,
  Paint,
  Quote,
  QuoteKind,
  RelatingSentence,
  Relations,
  Span,
  SummaryLabels,
  TimelineEvent,
  Value,
  ValueType,
} from '../pkg/newsgloss_core.js';
