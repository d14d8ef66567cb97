package dev.sparkstacker.domain.event;

/** Something that happened: the only thing that changes the engine's state. */
public sealed interface Event permits MarketEvent, AccountEvent, AnswerEvent, OperatorEvent, SignalEvent, SystemEvent {}
