package dev.sparkstacker.sandbox.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The quota of each client address. Thread-safe. */
final class ClientQuotas {
    private final VenueLimits limits;
    private final Map<String, ClientQuota> quotas = new ConcurrentHashMap<>();

    ClientQuotas(VenueLimits limits) {
        this.limits = limits;
    }

    ClientQuota of(String ip) {
        return quotas.computeIfAbsent(ip, _ -> new ClientQuota(limits));
    }
}
