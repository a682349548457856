package org.sonnerie.pbx.config;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Shows what the engines count, at the moment somebody looks. */
@Component
class EngineMetrics implements MultiCollector, SmartInitializingSingleton {
    private final ObjectProvider<CounterSource> sources;
    private final ObjectProvider<PrometheusRegistry> registry;

    EngineMetrics(
            ObjectProvider<CounterSource> sources, ObjectProvider<PrometheusRegistry> registry) {
        this.sources = sources;
        this.registry = registry;
    }

    @Override
    public void afterSingletonsInstantiated() {
        registry.ifAvailable(one -> one.register(this));
    }

    @Override
    public MetricSnapshots collect() {
        List<MetricSnapshot> all = new ArrayList<>();
        sources.forEach(source ->
                source.counters()
                        .get()
                        .forEach((name, count) ->
                                all.add(
                                        snapshot(
                                                "sonnerie_%s_%s".formatted(source.part(), name),
                                                count))));
        return new MetricSnapshots(all);
    }

    private static MetricSnapshot snapshot(String name, long count) {
        if (name.endsWith("_now")) {
            return GaugeSnapshot.builder()
                    .name(name)
                    .dataPoint(GaugeDataPointSnapshot.builder().value((double) count).build())
                    .build();
        }
        return CounterSnapshot.builder()
                .name(name.endsWith("_total") ? name.substring(0, name.length() - 6) : name)
                .dataPoint(CounterDataPointSnapshot.builder().value((double) count).build())
                .build();
    }
}
