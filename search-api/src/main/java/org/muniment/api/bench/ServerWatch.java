package org.muniment.api.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What a server's process keeps in memory, seen from outside. For one thread. */
final class ServerWatch implements AutoCloseable {
    private static final double MEGABYTE = 1 << 20;

    private final JMXConnector connector;
    private final MemoryMXBean memory;
    private final ThreadMXBean threads;
    private final List<ServeBench.Look> looks = new ArrayList<>();

    private ServerWatch(JMXConnector connector, MBeanServerConnection server) throws IOException {
        this.connector = connector;
        this.memory = ManagementFactory.getPlatformMXBean(server, MemoryMXBean.class);
        this.threads = ManagementFactory.getPlatformMXBean(server, ThreadMXBean.class);
    }

    static ServerWatch of(long process) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(process));
            try {
                JMXConnector connector =
                        JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
                return new ServerWatch(connector, connector.getMBeanServerConnection());
            } finally {
                machine.detach();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AttachNotSupportedException e) {
            throw new IllegalStateException("The server's process can't be looked into", e);
        }
    }

    /** Collects, which takes a fraction of a second, and looks. */
    void look(double minute) {
        memory.gc();
        looks.add(new ServeBench.Look(
                minute, memory.getHeapMemoryUsage().getUsed() / MEGABYTE, threads.getThreadCount()));
    }

    List<ServeBench.Look> looks() {
        return List.copyOf(looks);
    }

    /** By how many megabytes the heap grew in a minute: the slope of the line through the later half of the looks. */
    double growth() {
        List<ServeBench.Look> later = looks.subList(looks.size() / 2, looks.size());
        double minute =
                later.stream().mapToDouble(ServeBench.Look::minute).average().orElse(0);
        double heap = later.stream()
                .mapToDouble(ServeBench.Look::heapMegabytes)
                .average()
                .orElse(0);
        double across = 0;
        double up = 0;
        for (ServeBench.Look look : later) {
            across += (look.minute() - minute) * (look.minute() - minute);
            up += (look.minute() - minute) * (look.heapMegabytes() - heap);
        }
        return across == 0 ? 0 : up / across;
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException gone) {
            // The server ended first; what was seen was seen.
        }
    }
}
