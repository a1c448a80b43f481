/**
 * The dashboard. {@link dev.bengal.server.HistoryAnswers} answers questions with JSON documents; {@link dev.bengal.server.DashboardFile}
 * puts the answers into one file, {@link dev.bengal.server.DashboardServer} serves them. Both show the same page, and every judgement on it is
 * one of {@link dev.bengal.server.Judgements}.
 */
@NullMarked
package dev.bengal.server;

import org.jspecify.annotations.NullMarked;
