package org.muniment.api.web.running;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.muniment.archive.Archive;
import org.muniment.archive.item.Tally;
import org.muniment.archive.request.DaysLeft;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestId;
import org.muniment.archive.request.RequestStep;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The server's figures, and those of the archive that somebody should be woken for. Safe for many threads. */
@Component
class Figures implements DisposableBean {
    private static final int LOOKED_AT = 20;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Archive archive;
    private final Clock clock;
    private volatile Tally taken = Tally.NONE;
    private volatile Map<String, Long> vetoes = Map.of();

    Figures(Archive archive, Clock clock) {
        this.archive = archive;
        this.clock = clock;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        gauge("muniment.index.lag", "Changes that the search index does not have yet", Archive::lag);
        gauge("muniment.items", "Items that are searched", open -> open.index().size());
        gauge(
                "muniment.ledger.entries",
                "Entries of the ledger",
                open -> open.ledger().size());
        gauge("muniment.holds.in.force", "Holds in force", this::holds);
        gauge("muniment.requests.open", "Open requests for records", Figures::openRequests);
        gauge(
                "muniment.plans.open",
                "Plans of destruction that are not ended",
                open -> open.disposal().plans().open().size());
        gauge("muniment.breakers.standing", "Runs that a breaker stopped and nobody looked at", Figures::breakers);
        Gauge.builder("muniment.deadline.days", archive, this::daysToDeadline)
                .description("Days until the last working day for what a request waits for next; negative when late")
                .register(registry);
        taken("stored", Tally::stored);
        taken("duplicate", Tally::duplicates);
        taken("unreadable", Tally::unreadable);
        taken("rejected", Tally::rejected);
    }

    private void taken(String outcome, ToDoubleFunction<Tally> count) {
        FunctionCounter.builder("muniment.ingested", this, figures -> count.applyAsDouble(figures.taken))
                .description("Messages that runs of the ingest read, by what became of each")
                .tag("outcome", outcome)
                .register(registry);
    }

    private void veto(String name) {
        FunctionCounter.builder("muniment.vetoes", this, figures -> figures.vetoes.getOrDefault(name, 0L))
                .description(
                        "Items that were due and that a plan of destruction passed over, by the veto that keeps them")
                .tag("veto", name)
                .register(registry);
    }

    private void gauge(String name, String description, ToDoubleFunction<Archive> value) {
        Gauge.builder(name, archive, value).description(description).register(registry);
    }

    private double holds(Archive open) {
        LocalDate today = open.holds().day(clock.instant());
        return open.holds().all().stream().filter(hold -> hold.bindsOn(today)).count();
    }

    private static double openRequests(Archive archive) {
        return archive.requests().list().stream().filter(RecordsRequest::isOpen).count();
    }

    private static double breakers(Archive archive) {
        return archive.disposal().trips().latest(LOOKED_AT).stream()
                .filter(stop -> stop.overriddenBy() == null)
                .count();
    }

    private double daysToDeadline(Archive open) {
        LocalDate today = open.requests().day(clock.instant());
        Map<RequestId, List<RequestStep>> steps = open.requestSteps().all();
        return open.requests().list().stream()
                .map(request -> DaysLeft.of(request, steps.getOrDefault(request.id(), List.of()), today))
                .flatMapToLong(left -> left.officeDays().stream())
                .asDoubleStream()
                .min()
                .orElse(Double.NaN);
    }

    /** How long the pages of a route took. */
    void answered(String route, String method, int status, Duration time) {
        Timer.builder("muniment.http")
                .description("Answers of pages and of the REST interface")
                .tag("route", route)
                .tag("method", method)
                .tag("status", String.valueOf(status / 100) + "xx")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(5))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register((MeterRegistry) registry)
                .record(time);
    }

    /** In the text format of Prometheus. What all runs and plans counted is asked once for each answer. */
    String text() {
        taken = archive.runs().counted();
        vetoes = archive.disposal().plans().refusalCounts();
        vetoes.keySet().forEach(this::veto);
        return registry.scrape();
    }

    @Override
    public void destroy() {
        collections.close();
        registry.close();
    }
}
