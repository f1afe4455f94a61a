package org.stillwater.integration.hibernate;

import java.lang.reflect.AnnotatedElement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.type.BasicType;
import org.jspecify.annotations.Nullable;
import org.stillwater.Droppable;
import org.stillwater.internal.config.AttributeNames;
import org.stillwater.internal.log.Log;
import org.stillwater.internal.runtime.NamesInSettings;

/** The attributes of one session factory whose changes may be dropped. Immutable. */
final class DroppableAttributes {
    private final Map<String, Set<String>> byEntity;

    private DroppableAttributes(Map<String, Set<String>> byEntity) {
        this.byEntity = Map.copyOf(byEntity);
    }

    /**
     * Those that are marked, and those that the setting names.
     *
     * @throws IllegalArgumentException if one of them cannot be dropped, or an entity that is named has no such attribute
     */
    static DroppableAttributes of(Metadata metadata, AttributeNames set) {
        Map<String, Set<String>> byEntity = new HashMap<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            Class<?> mapped = entity.getMappedClass();
            Set<String> names = mapped == null ? Set.of() : namesOf(entity, mapped, set);
            if (!names.isEmpty()) {
                byEntity.put(entity.getEntityName(), names);
            }
        }
        return new DroppableAttributes(byEntity);
    }

    private static Set<String> namesOf(PersistentClass entity, Class<?> mapped, AttributeNames set) {
        Map<String, Property> properties =
                entity.getPropertyClosure().stream().collect(Collectors.toMap(Property::getName, property -> property));
        Set<String> named = hierarchy(mapped)
                .flatMap(declaring -> set.of(declaring).stream())
                .collect(Collectors.toSet());
        Set<String> marked = properties.values().stream()
                .filter(property -> isMarked(property, mapped))
                .map(Property::getName)
                .collect(Collectors.toSet());
        for (String name : named) {
            require("stillwater.droppable names", entity, AttributeNames.attributeOf(name), properties);
            NamesInSettings.metAttribute(name);
        }
        marked.forEach(name -> require("@Droppable marks", entity, name, properties));
        return Stream.concat(named.stream().map(AttributeNames::attributeOf), marked.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Class<?>> hierarchy(Class<?> type) {
        return Stream.iterate(type, known -> known != null, known -> known.getSuperclass());
    }

    private static boolean isMarked(Property property, Class<?> mapped) {
        return !property.isSynthetic()
                && property.getGetter(mapped).getMember() instanceof AnnotatedElement member
                && member.isAnnotationPresent(Droppable.class);
    }

    private static void require(String who, PersistentClass entity, String name, Map<String, Property> properties) {
        Property property = properties.get(name);
        String problem = property == null ? "is no attribute of it, or its identifier" : problem(entity, property);
        if (problem != null) {
            throw new IllegalArgumentException(Log.message(
                    "STILL01105",
                    "%s '%s.%s', which %s. Changes of these can be dropped: %s",
                    who,
                    entity.getClassName(),
                    name,
                    problem,
                    possible(entity, properties.values())));
        }
    }

    private static @Nullable String problem(PersistentClass entity, Property property) {
        if (property.equals(entity.getVersion())) {
            return "is its version";
        }
        if (property.isNaturalIdentifier()) {
            return "is part of its natural identifier";
        }
        return property.getType() instanceof BasicType<?> ? null : "is not a basic attribute";
    }

    private static Set<String> possible(PersistentClass entity, Collection<Property> properties) {
        return properties.stream()
                .filter(property -> !property.isSynthetic() && problem(entity, property) == null)
                .map(Property::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean isEmpty() {
        return byEntity.isEmpty();
    }

    /** Whether changes of nothing but these attributes may be dropped. */
    boolean containsAll(String entityName, Collection<String> attributes) {
        Set<String> names = byEntity.get(entityName);
        return names != null && !attributes.isEmpty() && names.containsAll(attributes);
    }

    /** Whether an entity has any. */
    boolean has(String entityName) {
        return byEntity.containsKey(entityName);
    }

    /** For people: each with its entity. */
    @Override
    public String toString() {
        return byEntity.entrySet().stream()
                .flatMap(entity -> entity.getValue().stream().map(name -> entity.getKey() + "." + name))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
