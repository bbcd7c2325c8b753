-- Limits that hold, version 1: what dev.plaindeal.limits.PostgresLimits counts with. PostgreSQL 12 or later; run by its migrate(), or by
-- hand in one transaction. Everything is in the schema plaindeal_limits; a role that counts needs usage of the schema, execute of its
-- functions, and select, insert, update and delete of its tables.
--
-- Locks are always taken in one order, so that no two calls wait for each other: the row of the order first, then counters by name, unit
-- and slot. Names compare by bytes, whatever the database's language is.

create schema plaindeal_limits;

create table plaindeal_limits.version (
    number integer not null
);

-- How much is taken of a cap. A hot cap has several rows, its slots, each with a share of what is left, so that orders do not queue for one
-- row; the shares never sum to more than the cap, or than what was taken when it was lowered. most and slots say what the shares were laid
-- out for.
create table plaindeal_limits.counter (
    name text collate "C" not null,
    unit text collate "C" not null,
    slot integer not null,
    taken bigint not null check (taken >= 0),
    share bigint not null,
    most bigint not null,
    slots integer not null,
    primary key (name, unit, slot)
) with (fillfactor = 50);

-- An order and what it takes, as parallel lists: only while it is held or confirmed.
create table plaindeal_limits.hold (
    order_key text collate "C" primary key,
    state text not null check (state in ('held', 'confirmed', 'released', 'lapsed')),
    until timestamptz not null,
    names text[] not null,
    units text[] not null,
    slots integer[] not null,
    amounts bigint[] not null
);

create index hold_until on plaindeal_limits.hold (until) where state = 'held';

-- Gives back to one slot.
create function plaindeal_limits.give(p_name text, p_unit text, p_slot integer, p_amount bigint) returns void
language sql as $$
    update plaindeal_limits.counter set taken = taken - p_amount where name = p_name and unit = p_unit and slot = p_slot;
$$;

-- What is left of a cap by what is committed, less than nothing where it was lowered.
create function plaindeal_limits.left_of(p_name text, p_unit text, p_most bigint) returns bigint
language sql stable as $$
    select (p_most - coalesce(sum(taken), 0))::bigint from plaindeal_limits.counter where name = p_name and unit = p_unit;
$$;

-- Takes an amount in one slot; returns nothing when it is taken, else what is left. Where the slot has too little or the cap was laid out
-- otherwise, all slots are locked and what is left is shared out anew.
create function plaindeal_limits.take(p_name text, p_unit text, p_amount bigint, p_most bigint, p_slots integer, p_slot integer) returns bigint
language plpgsql as $$
declare
    v_left bigint;
begin
    update plaindeal_limits.counter set taken = taken + p_amount
        where name = p_name and unit = p_unit and slot = p_slot and slots = p_slots and most = p_most and taken <= share - p_amount;
    if found then
        return null;
    end if;
    v_left := plaindeal_limits.left_of(p_name, p_unit, p_most);
    if v_left < p_amount then
        return v_left;
    end if;
    insert into plaindeal_limits.counter
        select p_name, p_unit, s, 0, 0, 0, 0 from generate_series(0, greatest(p_slots - 1, p_slot)) s order by s on conflict do nothing;
    perform 1 from plaindeal_limits.counter where name = p_name and unit = p_unit order by slot for update;
    v_left := plaindeal_limits.left_of(p_name, p_unit, p_most);
    if v_left < p_amount then
        return v_left;
    end if;
    v_left := v_left - p_amount;
    update plaindeal_limits.counter set
            taken = taken + case when slot = p_slot then p_amount else 0 end,
            share = taken + case when slot = p_slot then p_amount else 0 end
                + case when slot < p_slots then v_left / p_slots + case when slot < v_left % p_slots then 1 else 0 end else 0 end,
            most = p_most,
            slots = p_slots
        where name = p_name and unit = p_unit;
    return null;
end
$$;

-- Sets aside what an order takes, all or nothing. One row 'held' or 'confirmed', or one row 'exhausted' for each cap that is short.
create function plaindeal_limits.reserve(
    p_order text, p_now timestamptz, p_millis bigint,
    p_names text[], p_units text[], p_amounts bigint[], p_mosts bigint[], p_slots integer[])
returns table (outcome text, held_until timestamptz, short_name text, short_unit text, short_left bigint)
language plpgsql as $$
declare
    v_until timestamptz := coalesce(p_now, clock_timestamp()) + p_millis * interval '1 millisecond';
    v_hash integer := hashtext(p_order) & 2147483647;
    v_new integer[] := array(select v_hash % s.slots from unnest(p_slots) with ordinality s(slots, i) order by s.i);
    v_old plaindeal_limits.hold%rowtype;
    v_left bigint;
    v_one record;
    v_done record;
    v_short boolean := false;
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'limits are counted in transactions that are READ COMMITTED, not %', upper(current_setting('transaction_isolation'))
            using errcode = 'PDISO';
    end if;
    insert into plaindeal_limits.hold values (p_order, 'held', v_until, p_names, p_units, v_new, p_amounts) on conflict (order_key) do nothing;
    if found then
        -- The usual way: an order that is new.
        for i in 1 .. cardinality(p_names) loop
            v_left := plaindeal_limits.take(p_names[i], p_units[i], p_amounts[i], p_mosts[i], p_slots[i], v_new[i]);
            if v_left is not null then
                for j in 1 .. i - 1 loop
                    perform plaindeal_limits.give(p_names[j], p_units[j], v_new[j], p_amounts[j]);
                end loop;
                delete from plaindeal_limits.hold where order_key = p_order;
                return query select 'exhausted', null::timestamptz, p_names[i], p_units[i], greatest(v_left, 0);
                for j in i + 1 .. cardinality(p_names) loop
                    v_left := plaindeal_limits.left_of(p_names[j], p_units[j], p_mosts[j]);
                    if v_left < p_amounts[j] then
                        return query select 'exhausted', null::timestamptz, p_names[j], p_units[j], greatest(v_left, 0);
                    end if;
                end loop;
                return;
            end if;
        end loop;
        return query select 'held', v_until, null::text, null::text, null::bigint;
        return;
    end if;

    select * into strict v_old from plaindeal_limits.hold where order_key = p_order for update;
    if v_old.state = 'confirmed' then
        return query select 'confirmed', v_old.until, null::text, null::text, null::bigint;
        return;
    end if;
    -- Each counter of before and now, in the order of locks; an order stays in the slot it is in.
    for v_one in
        select coalesce(o.name, n.name) as name, coalesce(o.unit, n.unit) as unit, coalesce(o.slot, n.slot) as slot,
               coalesce(o.amount, 0) as had, coalesce(n.amount, 0) as wants, n.most, n.slots
        from unnest(v_old.names, v_old.units, v_old.slots, v_old.amounts) o(name, unit, slot, amount)
        full join unnest(p_names, p_units, v_new, p_amounts, p_mosts, p_slots) n(name, unit, slot, amount, most, slots)
            on o.name = n.name and o.unit = n.unit
        order by coalesce(o.name, n.name) collate "C", coalesce(o.unit, n.unit) collate "C"
    loop
        if v_short then
            v_left := case when v_one.wants > v_one.had then plaindeal_limits.left_of(v_one.name, v_one.unit, v_one.most) + v_one.had end;
            if v_left < v_one.wants then
                return query select 'exhausted', null::timestamptz, v_one.name, v_one.unit, greatest(v_left, 0);
            end if;
        elsif v_one.wants > v_one.had then
            v_left := plaindeal_limits.take(v_one.name, v_one.unit, v_one.wants - v_one.had, v_one.most, v_one.slots, v_one.slot);
            if v_left is not null then
                v_short := true;
                return query select 'exhausted', null::timestamptz, v_one.name, v_one.unit, greatest(v_left + v_one.had, 0);
                -- Back to what it held before this call; these rows are locked already.
                for v_done in
                    select coalesce(o.name, n.name) as name, coalesce(o.unit, n.unit) as unit, coalesce(o.slot, n.slot) as slot,
                           coalesce(n.amount, 0) - coalesce(o.amount, 0) as more
                    from unnest(v_old.names, v_old.units, v_old.slots, v_old.amounts) o(name, unit, slot, amount)
                    full join unnest(p_names, p_units, v_new, p_amounts) n(name, unit, slot, amount)
                        on o.name = n.name and o.unit = n.unit
                    where (coalesce(o.name, n.name) collate "C", coalesce(o.unit, n.unit) collate "C") < (v_one.name, v_one.unit)
                loop
                    perform plaindeal_limits.give(v_done.name, v_done.unit, v_done.slot, v_done.more);
                end loop;
            end if;
        elsif v_one.wants < v_one.had then
            perform plaindeal_limits.give(v_one.name, v_one.unit, v_one.slot, v_one.had - v_one.wants);
        end if;
    end loop;
    if v_short then
        return;
    end if;
    update plaindeal_limits.hold set state = 'held', until = v_until, names = p_names, units = p_units, amounts = p_amounts,
            slots = array(
                select coalesce(o.slot, n.slot)
                from unnest(p_names, p_units, v_new) with ordinality n(name, unit, slot, i)
                left join unnest(v_old.names, v_old.units, v_old.slots) o(name, unit, slot) on o.name = n.name and o.unit = n.unit
                order by n.i)
        where order_key = p_order;
    return query select 'held', v_until, null::text, null::text, null::bigint;
end
$$;

-- What is known of an order: held, confirmed, released, lapsed or unknown.
create function plaindeal_limits.state_of(p_order text) returns text
language sql stable as $$
    select coalesce((select state from plaindeal_limits.hold where order_key = p_order), 'unknown');
$$;

create function plaindeal_limits.renew(p_order text, p_now timestamptz, p_millis bigint) returns text
language plpgsql as $$
begin
    update plaindeal_limits.hold set until = greatest(until, coalesce(p_now, clock_timestamp()) + p_millis * interval '1 millisecond')
        where order_key = p_order and state = 'held';
    return case when found then 'held' else plaindeal_limits.state_of(p_order) end;
end
$$;

create function plaindeal_limits.confirm(p_order text) returns text
language plpgsql as $$
begin
    update plaindeal_limits.hold set state = 'confirmed' where order_key = p_order and state = 'held';
    return case when found then 'confirmed' else plaindeal_limits.state_of(p_order) end;
end
$$;

-- Gives back what these orders take, whose rows the caller has locked, and notes what became of them.
create function plaindeal_limits.give_up(p_orders text[], p_state text) returns void
language plpgsql as $$
declare
    v_one record;
begin
    for v_one in
        select t.name, t.unit, t.slot, sum(t.amount)::bigint as amount
        from plaindeal_limits.hold h, unnest(h.names, h.units, h.slots, h.amounts) t(name, unit, slot, amount)
        where h.order_key = any (p_orders)
        group by t.name, t.unit, t.slot
        order by t.name collate "C", t.unit collate "C", t.slot
    loop
        perform plaindeal_limits.give(v_one.name, v_one.unit, v_one.slot, v_one.amount);
    end loop;
    update plaindeal_limits.hold set state = p_state, names = '{}', units = '{}', slots = '{}', amounts = '{}'
        where order_key = any (p_orders);
end
$$;

create function plaindeal_limits.release(p_order text) returns text
language plpgsql as $$
begin
    perform 1 from plaindeal_limits.hold where order_key = p_order and state = 'held' for update;
    if found then
        perform plaindeal_limits.give_up(array[p_order], 'released');
    end if;
    return plaindeal_limits.state_of(p_order);
end
$$;

-- Lapses up to so many orders whose time is over, the oldest first; those that somebody is busy with are left for the next time.
create function plaindeal_limits.sweep(p_now timestamptz, p_most integer) returns integer
language plpgsql as $$
declare
    v_orders text[] := array(
        select order_key from plaindeal_limits.hold
        where state = 'held' and until <= coalesce(p_now, clock_timestamp())
        order by until limit p_most for update skip locked);
begin
    if cardinality(v_orders) > 0 then
        perform plaindeal_limits.give_up(v_orders, 'lapsed');
    end if;
    return cardinality(v_orders);
end
$$;

-- Gives back what a confirmed order takes more than it keeps.
create function plaindeal_limits.returned(p_order text, p_names text[], p_units text[], p_amounts bigint[]) returns text
language plpgsql as $$
declare
    v_old plaindeal_limits.hold%rowtype;
    v_one record;
    v_kept bigint[] := '{}';
begin
    select * into v_old from plaindeal_limits.hold where order_key = p_order and state = 'confirmed' for update;
    if not found then
        return plaindeal_limits.state_of(p_order);
    end if;
    for v_one in
        select o.name, o.unit, o.slot, o.amount, least(o.amount, coalesce(k.amount, 0)) as kept
        from unnest(v_old.names, v_old.units, v_old.slots, v_old.amounts) with ordinality o(name, unit, slot, amount, i)
        left join unnest(p_names, p_units, p_amounts) k(name, unit, amount) on k.name = o.name and k.unit = o.unit
        order by o.name collate "C", o.unit collate "C"
    loop
        if v_one.kept < v_one.amount then
            perform plaindeal_limits.give(v_one.name, v_one.unit, v_one.slot, v_one.amount - v_one.kept);
        end if;
    end loop;
    update plaindeal_limits.hold set amounts = array(
            select least(o.amount, coalesce(k.amount, 0))
            from unnest(v_old.names, v_old.units, v_old.amounts) with ordinality o(name, unit, amount, i)
            left join unnest(p_names, p_units, p_amounts) k(name, unit, amount) on k.name = o.name and k.unit = o.unit
            order by o.i)
        where order_key = p_order;
    return 'confirmed';
end
$$;

insert into plaindeal_limits.version values (1);
