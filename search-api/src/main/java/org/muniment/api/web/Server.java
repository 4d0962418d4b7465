package org.muniment.api.web;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.archive.Archive;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The web server over one archive. The archive is open to decide, so that commands work beside it: whatever needs the
 * writer's lock takes it for its time, as a command does. Closing it ends the server, then the archive.
 */
public final class Server implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Server(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Where it listens.
     *
     * @param address of this machine; 127.0.0.1 answers this machine only
     * @param port 0 for any that is free
     */
    public record Place(String address, int port) {}

    /**
     * Starts it. Settings are read from {@code application.yaml} in the archive's folder, where there is one.
     *
     * @throws org.muniment.archive.ArchiveRefused when there is no archive in the folder
     */
    public static Server start(Path folder, Clock clock, Place place) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        return new Server(new SpringApplicationBuilder(WebApplication.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(settings(folder, place))
                .initializers((GenericApplicationContext parts) -> {
                    parts.registerBean(Clock.class, () -> clock);
                    parts.registerBean(Archive.class, () -> Archive.decide(folder, clock));
                })
                .run());
    }

    private static Map<String, Object> settings(Path folder, Place place) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.address", place.address());
        settings.put("server.port", place.port());
        settings.put("spring.config.additional-location", "optional:" + folder.toUri() + "application.yaml");
        return settings;
    }

    /** The port it listens at. */
    public int port() {
        return context instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : -1;
    }

    /** The path of the page where the first account is made; empty when somebody has one. */
    public Optional<String> firstLink() {
        return Optional.of(context.getBean(FirstLink.class))
                .filter(FirstLink::isWanted)
                .map(FirstLink::path);
    }

    /** Every route it has. */
    List<Routes.Route> routes() {
        return context.getBean(Routes.class).all();
    }

    /** What follows the night's work. */
    List<AfterNight> afterNight() {
        return List.copyOf(context.getBeansOfType(AfterNight.class).values());
    }

    @Override
    public void close() {
        context.close();
    }
}
