package org.stillwater.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Visits every state that a model can reach, breadth first, so that the trace to the first bad state is a shortest one.
 *
 * @param <S> a state: immutable, with equals and hashCode
 * @param <K> the kinds of steps that there are
 */
final class Checker<S, K extends Enum<K>> {
    /** What can happen. */
    interface Model<S, K> {
        S start();

        /** Tells each step that is possible in a state. */
        void steps(S from, Steps<S, K> steps);
    }

    /** Is told of a step. */
    @FunctionalInterface
    interface Steps<S, K> {
        void step(K kind, String who, String what, S to);
    }

    private final Model<S, K> model;
    private final Predicate<S> bad;
    private final Map<S, Integer> numbers = new HashMap<>();
    private final List<S> states = new ArrayList<>();
    private final Ints parents = new Ints();
    private final Ints sources = new Ints();
    private final Ints targets = new Ints();
    private final List<K> kinds = new ArrayList<>();
    private int firstBad = -1;

    private Checker(Model<S, K> model, Predicate<S> bad) {
        this.model = model;
        this.bad = bad;
    }

    /** Visits everything, or stops at the first state that is bad. */
    static <S, K extends Enum<K>> Checker<S, K> explore(Model<S, K> model, Predicate<S> bad) {
        Checker<S, K> checker = new Checker<>(model, bad);
        checker.visit(model.start(), -1);
        for (int i = 0; i < checker.states.size() && checker.firstBad < 0; i++) {
            checker.follow(i);
        }
        return checker;
    }

    private void follow(int from) {
        model.steps(states.get(from), (kind, who, what, to) -> {
            sources.add(from);
            targets.add(visit(to, from));
            kinds.add(kind);
        });
    }

    private int visit(S state, int parent) {
        Integer known = numbers.putIfAbsent(state, states.size());
        if (known != null) {
            return known;
        }
        states.add(state);
        parents.add(parent);
        if (firstBad < 0 && bad.test(state)) {
            firstBad = states.size() - 1;
        }
        return states.size() - 1;
    }

    /** Whether such a state is among those visited. */
    boolean reaches(Predicate<S> state) {
        return states.stream().anyMatch(state);
    }

    /** A shortest trace to a bad state, or nothing if there is none. */
    Optional<List<String>> traceToBad() {
        return firstBad < 0 ? Optional.empty() : Optional.of(trace(firstBad));
    }

    /** A shortest trace to a state from which no goal can be reached by steps of these kinds alone, if there is one. */
    Optional<List<String>> traceToTrap(Predicate<S> goal, Set<K> allowed) {
        List<Ints> predecessors = predecessors(allowed);
        boolean[] safe = new boolean[states.size()];
        Deque<Integer> todo = new ArrayDeque<>();
        for (int i = 0; i < states.size(); i++) {
            safe[i] = goal.test(states.get(i));
            if (safe[i]) {
                todo.add(i);
            }
        }
        while (!todo.isEmpty()) {
            Ints before = predecessors.get(todo.remove());
            for (int i = 0; i < before.size(); i++) {
                if (!safe[before.get(i)]) {
                    safe[before.get(i)] = true;
                    todo.add(before.get(i));
                }
            }
        }
        for (int i = 0; i < safe.length; i++) {
            if (!safe[i]) {
                return Optional.of(trace(i));
            }
        }
        return Optional.empty();
    }

    private List<Ints> predecessors(Set<K> allowed) {
        List<Ints> predecessors = new ArrayList<>();
        states.forEach(state -> predecessors.add(new Ints()));
        for (int i = 0; i < sources.size(); i++) {
            if (allowed.contains(kinds.get(i))) {
                predecessors.get(targets.get(i)).add(sources.get(i));
            }
        }
        return predecessors;
    }

    private List<String> trace(int state) {
        Deque<String> trace = new ArrayDeque<>();
        trace.addFirst(states.get(state).toString());
        for (int to = state; parents.get(to) >= 0; to = parents.get(to)) {
            trace.addFirst(nameOfStep(states.get(parents.get(to)), states.get(to)));
        }
        return List.copyOf(trace);
    }

    private String nameOfStep(S from, S to) {
        List<String> names = new ArrayList<>();
        model.steps(from, (kind, who, what, next) -> {
            if (next.equals(to)) {
                names.add(who + " " + what);
            }
        });
        return names.get(0);
    }
}
