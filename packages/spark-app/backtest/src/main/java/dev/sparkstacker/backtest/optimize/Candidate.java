package dev.sparkstacker.backtest.optimize;

import dev.sparkstacker.domain.config.Parameter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One combination of parameters.
 *
 * @param index its place in its space
 * @param places of its values in the space's dimensions
 * @param parameters all of them, those that stay as they are included
 */
public record Candidate(long index, List<Integer> places, List<Parameter> parameters) {
    public Candidate {
        places = List.copyOf(places);
        parameters = List.copyOf(parameters);
    }

    /** The places as an array of the caller's own. */
    int[] coordinates() {
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String toString() {
        return parameters.stream()
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .collect(Collectors.joining(" "));
    }
}
