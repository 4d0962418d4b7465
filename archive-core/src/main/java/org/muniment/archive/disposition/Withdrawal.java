package org.muniment.archive.disposition;

/** A line to be taken off its plan, and why. */
record Withdrawal(PlanLine line, Refusal refusal) {}
