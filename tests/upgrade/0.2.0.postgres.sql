--
-- PostgreSQL database dump
--


-- Dumped from database version 15.20 (Debian 15.20-0+deb12u1)
-- Dumped by pg_dump version 15.20 (Debian 15.20-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: append_only_audits_accessrecord(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.append_only_audits_accessrecord() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            RAISE EXCEPTION USING MESSAGE = 'Rows of audits_accessrecord are only added, never changed or deleted.', ERRCODE = 'integrity_constraint_violation';
        END $$;


--
-- Name: append_only_audits_block(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.append_only_audits_block() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            RAISE EXCEPTION USING MESSAGE = 'Rows of audits_block are only added, never changed or deleted.', ERRCODE = 'integrity_constraint_violation';
        END $$;


--
-- Name: append_only_audits_blocksums(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.append_only_audits_blocksums() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            RAISE EXCEPTION USING MESSAGE = 'Rows of audits_blocksums are only added, never changed or deleted.', ERRCODE = 'integrity_constraint_violation';
        END $$;


--
-- Name: append_only_audits_blockversion(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.append_only_audits_blockversion() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            RAISE EXCEPTION USING MESSAGE = 'Rows of audits_blockversion are only added, never changed or deleted.', ERRCODE = 'integrity_constraint_violation';
        END $$;


--
-- Name: append_only_audits_closing(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.append_only_audits_closing() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            RAISE EXCEPTION USING MESSAGE = 'Rows of audits_closing are only added, never changed or deleted.', ERRCODE = 'integrity_constraint_violation';
        END $$;


--
-- Name: append_only_audits_departure(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.append_only_audits_departure() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            RAISE EXCEPTION USING MESSAGE = 'Rows of audits_departure are only added, never changed or deleted.', ERRCODE = 'integrity_constraint_violation';
        END $$;


--
-- Name: append_only_audits_granulesetting(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.append_only_audits_granulesetting() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            RAISE EXCEPTION USING MESSAGE = 'Rows of audits_granulesetting are only added, never changed or deleted.', ERRCODE = 'integrity_constraint_violation';
        END $$;


--
-- Name: append_only_audits_identification(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.append_only_audits_identification() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            RAISE EXCEPTION USING MESSAGE = 'Rows of audits_identification are only added, never changed or deleted.', ERRCODE = 'integrity_constraint_violation';
        END $$;


--
-- Name: append_only_audits_leftout(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.append_only_audits_leftout() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            RAISE EXCEPTION USING MESSAGE = 'Rows of audits_leftout are only added, never changed or deleted.', ERRCODE = 'integrity_constraint_violation';
        END $$;


--
-- Name: append_only_audits_logcheckpoint(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.append_only_audits_logcheckpoint() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            RAISE EXCEPTION USING MESSAGE = 'Rows of audits_logcheckpoint are only added, never changed or deleted.', ERRCODE = 'integrity_constraint_violation';
        END $$;


--
-- Name: append_only_audits_retentionprotocol(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.append_only_audits_retentionprotocol() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            RAISE EXCEPTION USING MESSAGE = 'Rows of audits_retentionprotocol are only added, never changed or deleted.', ERRCODE = 'integrity_constraint_violation';
        END $$;


--
-- Name: append_only_audits_reviewedappointment(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.append_only_audits_reviewedappointment() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            RAISE EXCEPTION USING MESSAGE = 'Rows of audits_reviewedappointment are only added, never changed or deleted.', ERRCODE = 'integrity_constraint_violation';
        END $$;


--
-- Name: append_only_audits_rightsreview(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.append_only_audits_rightsreview() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            RAISE EXCEPTION USING MESSAGE = 'Rows of audits_rightsreview are only added, never changed or deleted.', ERRCODE = 'integrity_constraint_violation';
        END $$;


--
-- Name: append_only_audits_supplement(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.append_only_audits_supplement() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            RAISE EXCEPTION USING MESSAGE = 'Rows of audits_supplement are only added, never changed or deleted.', ERRCODE = 'integrity_constraint_violation';
        END $$;


--
-- Name: keep_published_standards_area(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_published_standards_area() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
        DECLARE
            editions bigint[] := ARRAY[]::bigint[];
            refused boolean;
        BEGIN
            IF TG_OP = 'UPDATE' THEN
                IF NEW IS NOT DISTINCT FROM OLD THEN
                    RETURN NEW;
                END IF;
            END IF;
            IF TG_OP = 'TRUNCATE' THEN
                refused := EXISTS (SELECT 1 FROM standards_publication);
            ELSE
                IF TG_OP <> 'INSERT' THEN
                    editions := editions || ARRAY[OLD.edition_id]::bigint[];
                END IF;
                IF TG_OP <> 'DELETE' THEN
                    editions := editions || ARRAY[NEW.edition_id]::bigint[];
                END IF;
                PERFORM 1 FROM standards_edition WHERE id = ANY(editions) FOR SHARE;
                refused := EXISTS (SELECT 1 FROM standards_publication WHERE edition_id = ANY(editions));
            END IF;
            IF refused THEN
                RAISE EXCEPTION USING MESSAGE = 'The text of a published edition cannot be changed: draft a new edition (standards_area).', ERRCODE = 'integrity_constraint_violation';
            END IF;
            IF TG_OP = 'DELETE' THEN
                RETURN OLD;
            END IF;
            RETURN NEW;
        END $$;


--
-- Name: keep_published_standards_edition(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_published_standards_edition() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
        DECLARE
            editions bigint[] := ARRAY[]::bigint[];
            refused boolean;
        BEGIN
            IF TG_OP = 'UPDATE' THEN
                IF NEW IS NOT DISTINCT FROM OLD THEN
                    RETURN NEW;
                END IF;
            END IF;
            IF TG_OP = 'TRUNCATE' THEN
                refused := EXISTS (SELECT 1 FROM standards_publication);
            ELSE
                IF TG_OP <> 'INSERT' THEN
                    editions := editions || ARRAY[OLD.id]::bigint[];
                END IF;
                IF TG_OP <> 'DELETE' THEN
                    editions := editions || ARRAY[NEW.id]::bigint[];
                END IF;
                PERFORM 1 FROM standards_edition WHERE id = ANY(editions) FOR SHARE;
                refused := EXISTS (SELECT 1 FROM standards_publication WHERE edition_id = ANY(editions));
            END IF;
            IF refused THEN
                RAISE EXCEPTION USING MESSAGE = 'The text of a published edition cannot be changed: draft a new edition (standards_edition).', ERRCODE = 'integrity_constraint_violation';
            END IF;
            IF TG_OP = 'DELETE' THEN
                RETURN OLD;
            END IF;
            RETURN NEW;
        END $$;


--
-- Name: keep_published_standards_point(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_published_standards_point() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
        DECLARE
            editions bigint[] := ARRAY[]::bigint[];
            refused boolean;
        BEGIN
            IF TG_OP = 'UPDATE' THEN
                IF NEW IS NOT DISTINCT FROM OLD THEN
                    RETURN NEW;
                END IF;
            END IF;
            IF TG_OP = 'TRUNCATE' THEN
                refused := EXISTS (SELECT 1 FROM standards_publication);
            ELSE
                IF TG_OP <> 'INSERT' THEN
                    editions := editions || ARRAY[(SELECT standard.edition_id FROM standards_standard standard
            JOIN standards_recommendation recommendation ON recommendation.standard_id = standard.id
            WHERE recommendation.id = OLD.recommendation_id)]::bigint[];
                END IF;
                IF TG_OP <> 'DELETE' THEN
                    editions := editions || ARRAY[(SELECT standard.edition_id FROM standards_standard standard
            JOIN standards_recommendation recommendation ON recommendation.standard_id = standard.id
            WHERE recommendation.id = NEW.recommendation_id)]::bigint[];
                END IF;
                PERFORM 1 FROM standards_edition WHERE id = ANY(editions) FOR SHARE;
                refused := EXISTS (SELECT 1 FROM standards_publication WHERE edition_id = ANY(editions));
            END IF;
            IF refused THEN
                RAISE EXCEPTION USING MESSAGE = 'The text of a published edition cannot be changed: draft a new edition (standards_point).', ERRCODE = 'integrity_constraint_violation';
            END IF;
            IF TG_OP = 'DELETE' THEN
                RETURN OLD;
            END IF;
            RETURN NEW;
        END $$;


--
-- Name: keep_published_standards_publication(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_published_standards_publication() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
        DECLARE
            editions bigint[] := ARRAY[]::bigint[];
            refused boolean;
        BEGIN
            IF TG_OP = 'UPDATE' THEN
                IF NEW IS NOT DISTINCT FROM OLD THEN
                    RETURN NEW;
                END IF;
            END IF;
            IF TG_OP = 'INSERT' THEN
                PERFORM 1 FROM standards_edition WHERE id = NEW.edition_id FOR UPDATE;
                RETURN NEW;
            END IF;
            refused := TG_OP <> 'TRUNCATE' OR EXISTS (SELECT 1 FROM standards_publication);
            IF refused THEN
                RAISE EXCEPTION USING MESSAGE = 'A publication is never changed or withdrawn by hand (standards_publication).', ERRCODE = 'integrity_constraint_violation';
            END IF;
            IF TG_OP = 'DELETE' THEN
                RETURN OLD;
            END IF;
            RETURN NEW;
        END $$;


--
-- Name: keep_published_standards_recommendation(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_published_standards_recommendation() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
        DECLARE
            editions bigint[] := ARRAY[]::bigint[];
            refused boolean;
        BEGIN
            IF TG_OP = 'UPDATE' THEN
                IF NEW IS NOT DISTINCT FROM OLD THEN
                    RETURN NEW;
                END IF;
            END IF;
            IF TG_OP = 'TRUNCATE' THEN
                refused := EXISTS (SELECT 1 FROM standards_publication);
            ELSE
                IF TG_OP <> 'INSERT' THEN
                    editions := editions || ARRAY[(SELECT standard.edition_id FROM standards_standard standard WHERE standard.id = OLD.standard_id)]::bigint[];
                END IF;
                IF TG_OP <> 'DELETE' THEN
                    editions := editions || ARRAY[(SELECT standard.edition_id FROM standards_standard standard WHERE standard.id = NEW.standard_id)]::bigint[];
                END IF;
                PERFORM 1 FROM standards_edition WHERE id = ANY(editions) FOR SHARE;
                refused := EXISTS (SELECT 1 FROM standards_publication WHERE edition_id = ANY(editions));
            END IF;
            IF refused THEN
                RAISE EXCEPTION USING MESSAGE = 'The text of a published edition cannot be changed: draft a new edition (standards_recommendation).', ERRCODE = 'integrity_constraint_violation';
            END IF;
            IF TG_OP = 'DELETE' THEN
                RETURN OLD;
            END IF;
            RETURN NEW;
        END $$;


--
-- Name: keep_published_standards_standard(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_published_standards_standard() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
        DECLARE
            editions bigint[] := ARRAY[]::bigint[];
            refused boolean;
        BEGIN
            IF TG_OP = 'UPDATE' THEN
                IF NEW IS NOT DISTINCT FROM OLD THEN
                    RETURN NEW;
                END IF;
            END IF;
            IF TG_OP = 'TRUNCATE' THEN
                refused := EXISTS (SELECT 1 FROM standards_publication);
            ELSE
                IF TG_OP <> 'INSERT' THEN
                    editions := editions || ARRAY[OLD.edition_id, (SELECT area.edition_id FROM standards_area area WHERE area.id = OLD.area_id)]::bigint[];
                END IF;
                IF TG_OP <> 'DELETE' THEN
                    editions := editions || ARRAY[NEW.edition_id, (SELECT area.edition_id FROM standards_area area WHERE area.id = NEW.area_id)]::bigint[];
                END IF;
                PERFORM 1 FROM standards_edition WHERE id = ANY(editions) FOR SHARE;
                refused := EXISTS (SELECT 1 FROM standards_publication WHERE edition_id = ANY(editions));
            END IF;
            IF refused THEN
                RAISE EXCEPTION USING MESSAGE = 'The text of a published edition cannot be changed: draft a new edition (standards_standard).', ERRCODE = 'integrity_constraint_violation';
            END IF;
            IF TG_OP = 'DELETE' THEN
                RETURN OLD;
            END IF;
            RETURN NEW;
        END $$;


--
-- Name: keep_published_standards_withdrawal(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_published_standards_withdrawal() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
        DECLARE
            editions bigint[] := ARRAY[]::bigint[];
            refused boolean;
        BEGIN
            IF TG_OP = 'UPDATE' THEN
                IF NEW IS NOT DISTINCT FROM OLD THEN
                    RETURN NEW;
                END IF;
            END IF;
            IF TG_OP = 'INSERT' THEN
                PERFORM 1 FROM standards_edition WHERE id = NEW.edition_id FOR UPDATE;
                RETURN NEW;
            END IF;
            refused := TG_OP <> 'TRUNCATE' OR EXISTS (SELECT 1 FROM standards_withdrawal);
            IF refused THEN
                RAISE EXCEPTION USING MESSAGE = 'A withdrawal is never changed or taken back (standards_withdrawal).', ERRCODE = 'integrity_constraint_violation';
            END IF;
            IF TG_OP = 'DELETE' THEN
                RETURN OLD;
            END IF;
            RETURN NEW;
        END $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: account_emailaddress; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);


--
-- Name: account_emailaddress_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: account_emailconfirmation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);


--
-- Name: account_emailconfirmation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_accessrecord; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_accessrecord (
    number bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    reader_id bigint NOT NULL,
    roles character varying(200) NOT NULL,
    kind character varying(20) NOT NULL,
    employee_id bigint,
    audit_id bigint,
    report_id bigint,
    ground character varying(20) NOT NULL,
    purpose_id bigint,
    purpose_label character varying(150) NOT NULL,
    justification character varying(500) NOT NULL,
    address character varying(45) NOT NULL,
    previous_hash character varying(64) NOT NULL,
    hash character varying(64) NOT NULL,
    CONSTRAINT accessrecord_kind_known CHECK (((kind)::text = ANY ((ARRAY['page'::character varying, 'card'::character varying, 'download'::character varying, 'identification'::character varying, 'list'::character varying, 'log_export'::character varying, 'notes'::character varying, 'own_export'::character varying, 'patterns'::character varying, 'full_report'::character varying, 'full_page'::character varying, 'full_download'::character varying, 'answers'::character varying, 'list_file'::character varying])::text[]))),
    CONSTRAINT accessrecord_purpose_where_asked CHECK (((((ground)::text = 'purpose'::text) AND (purpose_id IS NOT NULL)) OR (((ground)::text = ANY ((ARRAY['oversight'::character varying, 'own_data'::character varying, 'own_work'::character varying])::text[])) AND (purpose_id IS NULL)))),
    CONSTRAINT audits_accessrecord_number_check CHECK ((number >= 0))
);


--
-- Name: audits_acknowledgement; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_acknowledgement (
    id bigint NOT NULL,
    notice_id bigint NOT NULL,
    user_id bigint NOT NULL,
    at timestamp with time zone NOT NULL
);


--
-- Name: audits_acknowledgement_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_acknowledgement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_acknowledgement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_ancestry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_ancestry (
    id bigint NOT NULL,
    ancestor_id bigint NOT NULL,
    descendant_id bigint NOT NULL,
    depth smallint NOT NULL,
    since date NOT NULL,
    until date,
    CONSTRAINT ancestry_until_after_since CHECK (((until IS NULL) OR (until > since))),
    CONSTRAINT audits_ancestry_depth_check CHECK ((depth >= 0))
);


--
-- Name: audits_ancestry_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_ancestry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_ancestry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_annulment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_annulment (
    id bigint NOT NULL,
    audit_id bigint NOT NULL,
    reason text NOT NULL,
    proposed_by_id bigint NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    decided_by_id bigint,
    decided_at timestamp with time zone,
    approved boolean,
    CONSTRAINT annulment_by_two_people CHECK (((decided_by_id IS NULL) OR (NOT ((decided_by_id = proposed_by_id) AND (decided_by_id IS NOT NULL))))),
    CONSTRAINT annulment_decided_whole CHECK ((((approved IS NULL) AND (decided_at IS NULL) AND (decided_by_id IS NULL)) OR ((approved IS NOT NULL) AND (decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL))))
);


--
-- Name: audits_annulment_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_annulment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_annulment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_answer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_answer (
    id bigint NOT NULL,
    audit_id bigint NOT NULL,
    recommendation_id bigint NOT NULL,
    "position" smallint NOT NULL,
    block character varying(20) NOT NULL,
    gate_id bigint,
    question character varying(300) NOT NULL,
    parts jsonb NOT NULL,
    weight smallint NOT NULL,
    refrain boolean NOT NULL,
    attribution character varying(20) NOT NULL,
    delayed boolean NOT NULL,
    critical boolean NOT NULL,
    ask_first boolean NOT NULL,
    same_matter character varying(80) NOT NULL,
    excludes_id bigint,
    verdict character varying(20) NOT NULL,
    act character varying(20) NOT NULL,
    covered_verdict character varying(20) NOT NULL,
    covered_act character varying(20) NOT NULL,
    note text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT answer_not_applicable_needs_occasion CHECK (((NOT ((verdict)::text = 'not_applicable'::text)) OR (gate_id IS NOT NULL) OR (((act)::text = 'excluded'::text) AND (excludes_id IS NOT NULL)))),
    CONSTRAINT answer_verdict_known CHECK (((verdict)::text = ANY ((ARRAY[''::character varying, 'met'::character varying, 'partly'::character varying, 'not_met'::character varying, 'not_applicable'::character varying, 'not_observed'::character varying])::text[]))),
    CONSTRAINT audits_answer_position_check CHECK (("position" >= 0)),
    CONSTRAINT audits_answer_version_check CHECK ((version >= 0)),
    CONSTRAINT audits_answer_weight_check CHECK ((weight >= 0))
);


--
-- Name: audits_answer_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_appointment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_appointment (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    user_id bigint NOT NULL,
    role character varying(30) NOT NULL,
    department_id bigint NOT NULL,
    since date NOT NULL,
    until date,
    granted_by_id bigint,
    granted_at timestamp with time zone,
    ended_by_id bigint,
    ended_at timestamp with time zone,
    CONSTRAINT appointment_role_known CHECK (((role)::text = ANY ((ARRAY['auditor'::character varying, 'mystery_shopper'::character varying, 'head'::character varying, 'hr'::character varying, 'standards_editor'::character varying, 'administrator'::character varying, 'data_protection_officer'::character varying])::text[]))),
    CONSTRAINT appointment_until_not_before_since CHECK (((until IS NULL) OR (until >= since)))
);


--
-- Name: audits_appointment_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_appointment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_appointment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_assignment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_assignment (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    shopper_id bigint NOT NULL,
    department_id bigint NOT NULL,
    channel character varying(20) NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    selection character varying(20) NOT NULL,
    standards jsonb NOT NULL,
    occasions jsonb NOT NULL,
    scenario text NOT NULL,
    assigned_by_id bigint NOT NULL,
    assigned_at timestamp with time zone NOT NULL,
    withdrawn_by_id bigint,
    withdrawn_at timestamp with time zone,
    withdrawal_reason text NOT NULL,
    CONSTRAINT assignment_channel_of_shoppers CHECK (((channel)::text = ANY ((ARRAY['counter'::character varying, 'phone'::character varying, 'email'::character varying])::text[]))),
    CONSTRAINT assignment_days_in_order CHECK ((last_day >= first_day)),
    CONSTRAINT assignment_withdrawn_whole CHECK ((((withdrawal_reason = ''::text) AND (withdrawn_at IS NULL) AND (withdrawn_by_id IS NULL)) OR ((withdrawn_at IS NOT NULL) AND (withdrawn_by_id IS NOT NULL) AND (NOT (withdrawal_reason = ''::text)))))
);


--
-- Name: audits_assignment_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_assignment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_assignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_audit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_audit (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    edition_id bigint NOT NULL,
    method character varying(20) NOT NULL,
    channel character varying(20) NOT NULL,
    selection character varying(20) NOT NULL,
    department_id bigint NOT NULL,
    employee_id bigint,
    desk character varying(100) NOT NULL,
    assignment_id bigint,
    as_named character varying(200) NOT NULL,
    auditor_id bigint NOT NULL,
    took_place_at timestamp with time zone NOT NULL,
    waiting_minutes smallint,
    scenario text NOT NULL,
    no_conflict_declared_at timestamp with time zone NOT NULL,
    status character varying(20) NOT NULL,
    version integer NOT NULL,
    revision integer NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    set_aside_at timestamp with time zone,
    awaited_until date,
    receipt character varying(30),
    supersedes_id bigint,
    corrects_id bigint,
    CONSTRAINT audit_assigned_is_mystery CHECK (((((as_named)::text = ''::text) AND (assignment_id IS NULL)) OR ((assignment_id IS NOT NULL) AND ((method)::text = 'mystery'::text)))),
    CONSTRAINT audit_channel_known CHECK (((channel)::text = ANY ((ARRAY['counter'::character varying, 'phone'::character varying, 'email'::character varying, 'office'::character varying, 'letter'::character varying, 'records'::character varying])::text[]))),
    CONSTRAINT audit_correction_counts_once_approved CHECK ((((corrects_id IS NULL) AND ((status)::text = ANY ((ARRAY['draft'::character varying, 'submitted'::character varying, 'discarded'::character varying, 'annulled'::character varying])::text[]))) OR ((corrects_id IS NOT NULL) AND ((status)::text = ANY ((ARRAY['draft'::character varying, 'discarded'::character varying, 'proposed'::character varying, 'rejected'::character varying])::text[]))) OR ((corrects_id IS NOT NULL) AND (supersedes_id IS NOT NULL)))),
    CONSTRAINT audit_method_known CHECK (((method)::text = ANY ((ARRAY['mystery'::character varying, 'observation'::character varying, 'documents'::character varying])::text[]))),
    CONSTRAINT audit_set_aside_until_a_day CHECK ((((awaited_until IS NULL) AND (set_aside_at IS NULL)) OR ((awaited_until IS NOT NULL) AND (set_aside_at IS NOT NULL)))),
    CONSTRAINT audit_submitted_has_receipt CHECK ((((receipt IS NULL) AND ((status)::text = ANY ((ARRAY['draft'::character varying, 'discarded'::character varying])::text[])) AND (submitted_at IS NULL)) OR ((receipt IS NOT NULL) AND ((status)::text = ANY ((ARRAY['submitted'::character varying, 'annulled'::character varying, 'proposed'::character varying, 'rejected'::character varying])::text[])) AND (submitted_at IS NOT NULL)))),
    CONSTRAINT audit_supersedes_once_approved CHECK (((supersedes_id IS NULL) OR ((corrects_id = supersedes_id) AND (corrects_id IS NOT NULL) AND ((status)::text = ANY ((ARRAY['submitted'::character varying, 'annulled'::character varying])::text[]))))),
    CONSTRAINT audits_audit_revision_check CHECK ((revision >= 0)),
    CONSTRAINT audits_audit_version_check CHECK ((version >= 0)),
    CONSTRAINT audits_audit_waiting_minutes_check CHECK ((waiting_minutes >= 0))
);


--
-- Name: audits_audit_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_audit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_block; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_block (
    id bigint NOT NULL,
    closing_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    channel character varying(20) NOT NULL,
    units jsonb NOT NULL
);


--
-- Name: audits_block_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_block ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_block_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_blocksums; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_blocksums (
    id bigint NOT NULL,
    block_id bigint NOT NULL,
    number integer NOT NULL,
    audits integer NOT NULL,
    sums jsonb NOT NULL,
    sheets jsonb NOT NULL,
    CONSTRAINT audits_blocksums_audits_check CHECK ((audits >= 0)),
    CONSTRAINT audits_blocksums_number_check CHECK ((number >= 0))
);


--
-- Name: audits_blocksums_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_blocksums ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_blocksums_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_blockversion; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_blockversion (
    id bigint NOT NULL,
    block_id bigint NOT NULL,
    heap integer NOT NULL,
    audit bigint NOT NULL,
    CONSTRAINT audits_blockversion_audit_check CHECK ((audit >= 0)),
    CONSTRAINT audits_blockversion_heap_check CHECK ((heap >= 0))
);


--
-- Name: audits_blockversion_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_blockversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_blockversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_closing; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_closing (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    method character varying(20) NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    closed_by_id bigint NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    tree jsonb NOT NULL,
    CONSTRAINT closing_days_in_order CHECK ((last_day >= first_day)),
    CONSTRAINT closing_method_known CHECK (((method)::text = ANY ((ARRAY['mystery'::character varying, 'observation'::character varying, 'documents'::character varying])::text[])))
);


--
-- Name: audits_closing_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_closing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_closing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_correction; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_correction (
    id bigint NOT NULL,
    version_id bigint NOT NULL,
    reason text NOT NULL,
    proposed_by_id bigint NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    decided_by_id bigint,
    decided_at timestamp with time zone,
    approved boolean,
    CONSTRAINT correction_by_two_people CHECK (((decided_by_id IS NULL) OR (NOT ((decided_by_id = proposed_by_id) AND (decided_by_id IS NOT NULL))))),
    CONSTRAINT correction_decided_whole CHECK ((((approved IS NULL) AND (decided_at IS NULL) AND (decided_by_id IS NULL)) OR ((approved IS NOT NULL) AND (decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL))))
);


--
-- Name: audits_correction_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_correction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_correction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_datarequest; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_datarequest (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(20) NOT NULL,
    employee_id bigint NOT NULL,
    department_id bigint NOT NULL,
    text text NOT NULL,
    received_on date NOT NULL,
    deadline date NOT NULL,
    filed_by_id bigint NOT NULL,
    filed_at timestamp with time zone NOT NULL,
    extended_at timestamp with time zone,
    extended_because text NOT NULL,
    outcome character varying(20) NOT NULL,
    answer text NOT NULL,
    answered_by_id bigint,
    answered_at timestamp with time zone,
    CONSTRAINT datarequest_answered_whole CHECK ((((answered_at IS NULL) AND (answered_by_id IS NULL) AND ((outcome)::text = ''::text)) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL) AND ((outcome)::text = ANY ((ARRAY['granted'::character varying, 'partly'::character varying, 'refused'::character varying, 'withdrawn'::character varying])::text[]))))),
    CONSTRAINT datarequest_kind_known CHECK (((kind)::text = ANY ((ARRAY['access'::character varying, 'rectification'::character varying, 'objection'::character varying])::text[])))
);


--
-- Name: audits_datarequest_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_datarequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_datarequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_department; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_department (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    code character varying(30) NOT NULL,
    name character varying(200) NOT NULL,
    parent_id bigint,
    closed_on date,
    merged_into_id bigint,
    sort_key character varying(500) NOT NULL
);


--
-- Name: audits_department_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_department ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_department_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_departmentname; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_departmentname (
    id bigint NOT NULL,
    department_id bigint NOT NULL,
    since date NOT NULL,
    code character varying(30) NOT NULL,
    name character varying(200) NOT NULL
);


--
-- Name: audits_departmentname_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_departmentname ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_departmentname_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_departure; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_departure (
    id bigint NOT NULL,
    version_id bigint NOT NULL,
    supplement_id bigint NOT NULL
);


--
-- Name: audits_departure_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_departure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_departure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_draftdevice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_draftdevice (
    id bigint NOT NULL,
    audit_id bigint NOT NULL,
    device uuid NOT NULL,
    seq integer NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    digest character varying(64) NOT NULL,
    reply jsonb NOT NULL,
    refused jsonb NOT NULL,
    CONSTRAINT audits_draftdevice_seq_check CHECK ((seq >= 0))
);


--
-- Name: audits_draftdevice_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_draftdevice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_draftdevice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_employee; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_employee (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    number character varying(30) NOT NULL,
    first_name character varying(100) NOT NULL,
    last_name character varying(100) NOT NULL,
    user_id bigint,
    is_active boolean NOT NULL,
    pseudonymised_at timestamp with time zone,
    search_name character varying(210) NOT NULL,
    sort_key character varying(450) NOT NULL
);


--
-- Name: audits_employee_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_employee ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_employee_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_employment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_employment (
    id bigint NOT NULL,
    employee_id bigint NOT NULL,
    department_id bigint NOT NULL,
    "position" character varying(150) NOT NULL,
    since date NOT NULL,
    until date,
    serves_clients boolean NOT NULL,
    CONSTRAINT employment_until_after_since CHECK (((until IS NULL) OR (until > since)))
);


--
-- Name: audits_employment_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_employment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_employment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_gate; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_gate (
    id bigint NOT NULL,
    audit_id bigint NOT NULL,
    occasion_id bigint NOT NULL,
    question character varying(200) NOT NULL,
    label character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    arose boolean,
    by_scenario boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT audits_gate_position_check CHECK (("position" >= 0)),
    CONSTRAINT audits_gate_version_check CHECK ((version >= 0))
);


--
-- Name: audits_gate_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_gate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_gate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_granulesetting; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_granulesetting (
    id bigint NOT NULL,
    method character varying(20) NOT NULL,
    year smallint NOT NULL,
    length character varying(20) NOT NULL,
    set_by_id bigint NOT NULL,
    set_at timestamp with time zone NOT NULL,
    CONSTRAINT audits_granulesetting_year_check CHECK ((year >= 0)),
    CONSTRAINT granulesetting_length_known CHECK (((length)::text = ANY ((ARRAY['quarter'::character varying, 'half_year'::character varying, 'year'::character varying])::text[]))),
    CONSTRAINT granulesetting_method_known CHECK (((method)::text = ANY ((ARRAY['mystery'::character varying, 'observation'::character varying, 'documents'::character varying])::text[])))
);


--
-- Name: audits_granulesetting_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_granulesetting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_granulesetting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_historicalretentionrule; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_historicalretentionrule (
    id bigint NOT NULL,
    data_class character varying(20) NOT NULL,
    symbol character varying(20) NOT NULL,
    category character varying(10) NOT NULL,
    years smallint NOT NULL,
    needs_consent boolean NOT NULL,
    is_proposal boolean NOT NULL,
    history_change_reason character varying(300),
    history_id integer NOT NULL,
    history_date timestamp with time zone NOT NULL,
    history_type character varying(1) NOT NULL,
    history_user_id bigint,
    CONSTRAINT audits_historicalretentionrule_years_check CHECK ((years >= 0))
);


--
-- Name: audits_historicalretentionrule_history_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_historicalretentionrule ALTER COLUMN history_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_historicalretentionrule_history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_identification; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_identification (
    id bigint NOT NULL,
    audit_id bigint NOT NULL,
    employee_id bigint,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    replaces_id bigint,
    reason text NOT NULL,
    CONSTRAINT identification_put_right_for_a_reason CHECK (((replaces_id IS NULL) OR (NOT (reason = ''::text))))
);


--
-- Name: audits_identification_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_identification ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_identification_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_invitation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_invitation (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    user_id bigint NOT NULL,
    sent_by_id bigint NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    revoked_at timestamp with time zone
);


--
-- Name: audits_invitation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_leftout; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_leftout (
    id bigint NOT NULL,
    closing_id bigint NOT NULL,
    number integer NOT NULL,
    edition_id bigint NOT NULL,
    channel character varying(20) NOT NULL,
    units jsonb NOT NULL,
    audits jsonb NOT NULL,
    CONSTRAINT audits_leftout_number_check CHECK ((number >= 0))
);


--
-- Name: audits_leftout_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_leftout ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_leftout_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_legalhold; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_legalhold (
    id bigint NOT NULL,
    department_id bigint,
    employee_id bigint,
    first_day date,
    last_day date,
    reason character varying(500) NOT NULL,
    placed_by_id bigint NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    released_by_id bigint,
    released_at timestamp with time zone,
    CONSTRAINT legalhold_covers_something CHECK (((department_id IS NOT NULL) OR (employee_id IS NOT NULL) OR ((first_day IS NOT NULL) AND (last_day IS NOT NULL)))),
    CONSTRAINT legalhold_period_in_order CHECK ((((first_day IS NULL) AND (last_day IS NULL)) OR (last_day >= first_day))),
    CONSTRAINT legalhold_released_whole CHECK ((((released_at IS NULL) AND (released_by_id IS NULL)) OR ((released_at IS NOT NULL) AND (released_by_id IS NOT NULL))))
);


--
-- Name: audits_legalhold_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_legalhold ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_legalhold_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_letter; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_letter (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(30) NOT NULL,
    user_id bigint,
    invitation_id bigint,
    portal character varying(300) NOT NULL,
    details jsonb NOT NULL,
    state character varying(20) NOT NULL,
    fault character varying(20) NOT NULL,
    attempts smallint NOT NULL,
    written_at timestamp with time zone NOT NULL,
    next_try_at timestamp with time zone,
    finished_at timestamp with time zone,
    CONSTRAINT audits_letter_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT letter_finished_holds_nothing CHECK ((((finished_at IS NULL) AND ((state)::text = 'waiting'::text)) OR ((NOT ((state)::text = 'waiting'::text)) AND (details = '{}'::jsonb) AND (finished_at IS NOT NULL)))),
    CONSTRAINT letter_of_an_invitation CHECK (((NOT ((kind)::text = 'invitation'::text)) OR (invitation_id IS NOT NULL)))
);


--
-- Name: audits_letter_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_letter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_letter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_logcheckpoint; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_logcheckpoint (
    number bigint NOT NULL,
    hash character varying(64) NOT NULL,
    cut_at timestamp with time zone NOT NULL,
    CONSTRAINT audits_logcheckpoint_number_check CHECK ((number >= 0))
);


--
-- Name: audits_logend; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_logend (
    id smallint NOT NULL,
    number bigint NOT NULL,
    hash character varying(64) NOT NULL,
    CONSTRAINT audits_logend_id_check CHECK ((id >= 0)),
    CONSTRAINT audits_logend_number_check CHECK ((number >= 0)),
    CONSTRAINT logend_only_one CHECK ((id = 1))
);


--
-- Name: audits_notice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_notice (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    audience character varying(20) NOT NULL,
    title character varying(200) NOT NULL,
    text text NOT NULL,
    link character varying(200) NOT NULL,
    given_on date NOT NULL,
    takes_effect_on date NOT NULL,
    recorded_by_id bigint,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT notice_audience_known CHECK (((audience)::text = ANY ((ARRAY['staff'::character varying, 'auditors'::character varying])::text[]))),
    CONSTRAINT notice_in_effect_after_given CHECK ((takes_effect_on >= given_on))
);


--
-- Name: audits_notice_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_purpose; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_purpose (
    id bigint NOT NULL,
    code character varying(50) NOT NULL,
    label character varying(150) NOT NULL,
    is_active boolean NOT NULL,
    "position" smallint NOT NULL,
    CONSTRAINT audits_purpose_position_check CHECK (("position" >= 0))
);


--
-- Name: audits_purpose_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_purpose ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_purpose_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_redaction; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_redaction (
    id bigint NOT NULL,
    audit_id bigint NOT NULL,
    place character varying(20) NOT NULL,
    answer_id bigint,
    is_whole boolean NOT NULL,
    reason character varying(500) NOT NULL,
    redacted_by_id bigint NOT NULL,
    redacted_at timestamp with time zone NOT NULL,
    CONSTRAINT redaction_has_reason CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT redaction_of_one_place CHECK ((((answer_id IS NOT NULL) AND ((place)::text = 'note'::text)) OR ((NOT ((place)::text = 'note'::text)) AND (answer_id IS NULL))))
);


--
-- Name: audits_redaction_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_redaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_redaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_release; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_release (
    id bigint NOT NULL,
    audit_id bigint NOT NULL,
    employee_id bigint NOT NULL,
    released_by_id bigint NOT NULL,
    released_at timestamp with time zone NOT NULL,
    request_id bigint
);


--
-- Name: audits_release_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_release ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_release_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_report; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_report (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(20) NOT NULL,
    department_id bigint NOT NULL,
    audit_id bigint,
    period_start date NOT NULL,
    period_end date NOT NULL,
    names_people boolean NOT NULL,
    level character varying(20) NOT NULL,
    purpose_id bigint,
    purpose_label character varying(150) NOT NULL,
    justification character varying(500) NOT NULL,
    state character varying(20) NOT NULL,
    stage character varying(20) NOT NULL,
    progress smallint NOT NULL,
    attempt smallint NOT NULL,
    error text NOT NULL,
    requested_by_id bigint NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    as_of timestamp with time zone,
    fingerprint character varying(64) NOT NULL,
    code_version character varying(40) NOT NULL,
    file character varying(100) NOT NULL,
    file_size integer,
    file_sha256 character varying(64) NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_because character varying(20) NOT NULL,
    CONSTRAINT audits_report_attempt_check CHECK ((attempt >= 0)),
    CONSTRAINT audits_report_file_size_check CHECK ((file_size >= 0)),
    CONSTRAINT audits_report_progress_check CHECK ((progress >= 0)),
    CONSTRAINT report_done_has_file CHECK (((NOT ((state)::text = 'done'::text)) OR ((as_of IS NOT NULL) AND (finished_at IS NOT NULL) AND (NOT ((file)::text = ''::text)) AND (NOT ((fingerprint)::text = ''::text))))),
    CONSTRAINT report_full_has_purpose CHECK ((((kind)::text = 'audit'::text) OR (((kind)::text = 'department'::text) AND ((level)::text = 'general'::text) AND (purpose_id IS NULL)) OR (((kind)::text = 'department'::text) AND ((level)::text = 'full'::text) AND (purpose_id IS NOT NULL) AND (NOT ((purpose_label)::text = ''::text))))),
    CONSTRAINT report_period_in_order CHECK ((period_end >= period_start)),
    CONSTRAINT report_withdrawn_says_why CHECK (((((state)::text = 'withdrawn'::text) AND (withdrawn_at IS NOT NULL) AND ((withdrawn_because)::text = ANY ((ARRAY['redaction'::character varying, 'identification'::character varying, 'retention'::character varying])::text[]))) OR ((NOT ((state)::text = 'withdrawn'::text)) AND (withdrawn_at IS NULL) AND ((withdrawn_because)::text = ''::text))))
);


--
-- Name: audits_report_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_report ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_retentionprotocol; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_retentionprotocol (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    data_class character varying(20) NOT NULL,
    symbol character varying(20) NOT NULL,
    category character varying(10) NOT NULL,
    years smallint NOT NULL,
    before date NOT NULL,
    first_day date,
    last_day date,
    counts jsonb NOT NULL,
    held integer NOT NULL,
    waiting integer NOT NULL,
    consent character varying(200) NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT audits_retentionprotocol_held_check CHECK ((held >= 0)),
    CONSTRAINT audits_retentionprotocol_waiting_check CHECK ((waiting >= 0)),
    CONSTRAINT audits_retentionprotocol_years_check CHECK ((years >= 0))
);


--
-- Name: audits_retentionprotocol_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_retentionprotocol ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_retentionprotocol_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_retentionrule; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_retentionrule (
    id bigint NOT NULL,
    data_class character varying(20) NOT NULL,
    symbol character varying(20) NOT NULL,
    category character varying(10) NOT NULL,
    years smallint NOT NULL,
    needs_consent boolean NOT NULL,
    is_proposal boolean NOT NULL,
    CONSTRAINT audits_retentionrule_years_check CHECK ((years >= 0)),
    CONSTRAINT retentionrule_class_known CHECK (((data_class)::text = ANY ((ARRAY['access_log'::character varying, 'reports'::character varying, 'audits'::character varying, 'accounts'::character varying, 'employees'::character varying])::text[]))),
    CONSTRAINT retentionrule_log_two_years CHECK (((NOT ((data_class)::text = 'access_log'::text)) OR (years >= 2))),
    CONSTRAINT retentionrule_some_years CHECK ((years >= 1))
);


--
-- Name: audits_retentionrule_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_retentionrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_retentionrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_reviewedappointment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_reviewedappointment (
    id bigint NOT NULL,
    review_id bigint NOT NULL,
    appointment_id bigint NOT NULL,
    decision character varying(20) NOT NULL,
    until date,
    remarks character varying(300) NOT NULL,
    CONSTRAINT reviewed_decision_known CHECK (((decision)::text = ANY ((ARRAY['confirmed'::character varying, 'ended'::character varying, 'left'::character varying])::text[])))
);


--
-- Name: audits_reviewedappointment_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_reviewedappointment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_reviewedappointment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_rightsreview; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_rightsreview (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    department_id bigint,
    day date NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    note character varying(500) NOT NULL
);


--
-- Name: audits_rightsreview_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_rightsreview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_rightsreview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_sheet; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_sheet (
    audit_id bigint NOT NULL,
    lines_id bigint NOT NULL,
    filled text NOT NULL
);


--
-- Name: audits_sheetlines; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_sheetlines (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    lines jsonb NOT NULL
);


--
-- Name: audits_sheetlines_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_sheetlines ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_sheetlines_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_statement; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_statement (
    id bigint NOT NULL,
    audit_id bigint NOT NULL,
    text text NOT NULL,
    made_by_id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL
);


--
-- Name: audits_statement_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_statement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_statement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_supplement; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_supplement (
    id bigint NOT NULL,
    closing_id bigint NOT NULL,
    number integer NOT NULL,
    made_by_id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT audits_supplement_number_check CHECK ((number >= 0)),
    CONSTRAINT supplement_after_closing CHECK ((number >= 1))
);


--
-- Name: audits_supplement_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_supplement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_supplement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_told; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_told (
    id bigint NOT NULL,
    notice_id bigint NOT NULL,
    employee_id bigint NOT NULL,
    told_on date NOT NULL,
    counts_from date NOT NULL,
    how character varying(200) NOT NULL,
    recorded_by_id bigint,
    recorded_at timestamp with time zone NOT NULL,
    withdrawn_by_id bigint,
    withdrawn_at timestamp with time zone
);


--
-- Name: audits_told_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_told ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_told_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_user; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    username character varying(150) NOT NULL,
    first_name character varying(150) NOT NULL,
    last_name character varying(150) NOT NULL,
    is_staff boolean NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    uuid uuid NOT NULL,
    email character varying(254) NOT NULL,
    pseudonymised_at timestamp with time zone
);


--
-- Name: audits_user_groups; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_user_groups (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);


--
-- Name: audits_user_groups_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_user_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audits_user_user_permissions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits_user_user_permissions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);


--
-- Name: audits_user_user_permissions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audits_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_group; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);


--
-- Name: auth_group_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_group_permissions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_permission; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: axes_accessattempt; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.axes_accessattempt (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    get_data text NOT NULL,
    post_data text NOT NULL,
    failures_since_start integer NOT NULL,
    CONSTRAINT axes_accessattempt_failures_since_start_check CHECK ((failures_since_start >= 0))
);


--
-- Name: axes_accessattempt_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.axes_accessattempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessattempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: axes_accessattemptexpiration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.axes_accessattemptexpiration (
    access_attempt_id integer NOT NULL,
    expires_at timestamp with time zone NOT NULL
);


--
-- Name: axes_accessfailurelog; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.axes_accessfailurelog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    locked_out boolean NOT NULL
);


--
-- Name: axes_accessfailurelog_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.axes_accessfailurelog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessfailurelog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: axes_accesslog; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.axes_accesslog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    logout_time timestamp with time zone,
    session_hash character varying(64) NOT NULL
);


--
-- Name: axes_accesslog_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.axes_accesslog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accesslog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_admin_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id bigint NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);


--
-- Name: django_admin_log_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_content_type; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);


--
-- Name: django_tasks_database_dbtaskresult; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_tasks_database_dbtaskresult (
    id uuid NOT NULL,
    status character varying(10) NOT NULL,
    args_kwargs jsonb NOT NULL,
    priority integer NOT NULL,
    task_path text NOT NULL,
    queue_name character varying(32) NOT NULL,
    backend_name character varying(32) NOT NULL,
    run_after timestamp with time zone NOT NULL,
    enqueued_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    started_at timestamp with time zone,
    return_value jsonb,
    exception_class_path text NOT NULL,
    traceback text NOT NULL,
    worker_ids jsonb NOT NULL,
    CONSTRAINT priority_range CHECK (((priority >= '-100'::integer) AND (priority <= 100)))
);


--
-- Name: mfa_authenticator; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);


--
-- Name: mfa_authenticator_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: portal_cache; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.portal_cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);


--
-- Name: standards_area; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.standards_area (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    number character varying(20) NOT NULL,
    "position" smallint NOT NULL,
    title character varying(300) NOT NULL,
    CONSTRAINT standards_area_position_check CHECK (("position" >= 0))
);


--
-- Name: standards_area_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.standards_area ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.standards_area_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: standards_assessability; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.standards_assessability (
    id bigint NOT NULL,
    recommendation_id bigint NOT NULL,
    mystery jsonb NOT NULL,
    observation jsonb NOT NULL,
    documents jsonb NOT NULL,
    block character varying(20) NOT NULL,
    occasion_id bigint,
    refrain boolean NOT NULL,
    attribution character varying(20) NOT NULL,
    delayed boolean NOT NULL,
    critical boolean NOT NULL,
    weight smallint NOT NULL,
    same_matter character varying(80) NOT NULL,
    excludes_id bigint,
    ask_first boolean NOT NULL,
    question character varying(300) NOT NULL,
    parts jsonb NOT NULL,
    channel_questions jsonb NOT NULL,
    short_name character varying(40) NOT NULL,
    note character varying(300) NOT NULL,
    reason character varying(300) NOT NULL,
    confirmed_by_id bigint,
    confirmed_at timestamp with time zone,
    question_confirmed_by_id bigint,
    question_confirmed_at timestamp with time zone,
    CONSTRAINT standards_assessability_weight_check CHECK ((weight >= 0))
);


--
-- Name: standards_assessability_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.standards_assessability ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.standards_assessability_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: standards_edition; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.standards_edition (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    title character varying(300) NOT NULL,
    based_on_id bigint
);


--
-- Name: standards_edition_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.standards_edition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.standards_edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: standards_historicalarea; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.standards_historicalarea (
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    "position" smallint NOT NULL,
    title character varying(300) NOT NULL,
    history_change_reason character varying(300),
    edition_id bigint,
    history_id integer NOT NULL,
    history_date timestamp with time zone NOT NULL,
    history_type character varying(1) NOT NULL,
    history_user_id bigint,
    CONSTRAINT standards_historicalarea_position_check CHECK (("position" >= 0))
);


--
-- Name: standards_historicalarea_history_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.standards_historicalarea ALTER COLUMN history_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.standards_historicalarea_history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: standards_historicalassessability; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.standards_historicalassessability (
    id bigint NOT NULL,
    mystery jsonb NOT NULL,
    observation jsonb NOT NULL,
    documents jsonb NOT NULL,
    block character varying(20) NOT NULL,
    refrain boolean NOT NULL,
    attribution character varying(20) NOT NULL,
    delayed boolean NOT NULL,
    critical boolean NOT NULL,
    weight smallint NOT NULL,
    same_matter character varying(80) NOT NULL,
    ask_first boolean NOT NULL,
    question character varying(300) NOT NULL,
    parts jsonb NOT NULL,
    channel_questions jsonb NOT NULL,
    short_name character varying(40) NOT NULL,
    note character varying(300) NOT NULL,
    reason character varying(300) NOT NULL,
    confirmed_at timestamp with time zone,
    question_confirmed_at timestamp with time zone,
    history_change_reason character varying(300),
    recommendation_id bigint,
    occasion_id bigint,
    excludes_id bigint,
    confirmed_by_id bigint,
    question_confirmed_by_id bigint,
    history_id integer NOT NULL,
    history_date timestamp with time zone NOT NULL,
    history_type character varying(1) NOT NULL,
    history_user_id bigint,
    CONSTRAINT standards_historicalassessability_weight_check CHECK ((weight >= 0))
);


--
-- Name: standards_historicalassessability_history_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.standards_historicalassessability ALTER COLUMN history_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.standards_historicalassessability_history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: standards_historicaledition; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.standards_historicaledition (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    title character varying(300) NOT NULL,
    history_change_reason character varying(300),
    based_on_id bigint,
    history_id integer NOT NULL,
    history_date timestamp with time zone NOT NULL,
    history_type character varying(1) NOT NULL,
    history_user_id bigint
);


--
-- Name: standards_historicaledition_history_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.standards_historicaledition ALTER COLUMN history_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.standards_historicaledition_history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: standards_historicaloccasion; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.standards_historicaloccasion (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    label character varying(80) NOT NULL,
    question character varying(200) NOT NULL,
    by_scenario boolean NOT NULL,
    "position" smallint NOT NULL,
    confirmed_at timestamp with time zone,
    history_change_reason character varying(300),
    edition_id bigint,
    confirmed_by_id bigint,
    history_id integer NOT NULL,
    history_date timestamp with time zone NOT NULL,
    history_type character varying(1) NOT NULL,
    history_user_id bigint,
    CONSTRAINT standards_historicaloccasion_position_check CHECK (("position" >= 0))
);


--
-- Name: standards_historicaloccasion_history_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.standards_historicaloccasion ALTER COLUMN history_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.standards_historicaloccasion_history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: standards_historicalpoint; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.standards_historicalpoint (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    text text NOT NULL,
    emphasis jsonb NOT NULL,
    history_change_reason character varying(300),
    recommendation_id bigint,
    history_id integer NOT NULL,
    history_date timestamp with time zone NOT NULL,
    history_type character varying(1) NOT NULL,
    history_user_id bigint,
    CONSTRAINT standards_historicalpoint_position_check CHECK (("position" >= 0))
);


--
-- Name: standards_historicalpoint_history_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.standards_historicalpoint ALTER COLUMN history_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.standards_historicalpoint_history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: standards_historicalrecommendation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.standards_historicalrecommendation (
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    "position" smallint NOT NULL,
    text text NOT NULL,
    emphasis jsonb NOT NULL,
    lineage uuid NOT NULL,
    wording_changed boolean NOT NULL,
    same_meaning boolean,
    history_change_reason character varying(300),
    standard_id bigint,
    history_id integer NOT NULL,
    history_date timestamp with time zone NOT NULL,
    history_type character varying(1) NOT NULL,
    history_user_id bigint,
    CONSTRAINT standards_historicalrecommendation_position_check CHECK (("position" >= 0))
);


--
-- Name: standards_historicalrecommendation_history_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.standards_historicalrecommendation ALTER COLUMN history_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.standards_historicalrecommendation_history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: standards_historicalstandard; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.standards_historicalstandard (
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    "position" smallint NOT NULL,
    title character varying(300) NOT NULL,
    rationale text NOT NULL,
    history_change_reason character varying(300),
    edition_id bigint,
    area_id bigint,
    history_id integer NOT NULL,
    history_date timestamp with time zone NOT NULL,
    history_type character varying(1) NOT NULL,
    history_user_id bigint,
    CONSTRAINT standards_historicalstandard_position_check CHECK (("position" >= 0))
);


--
-- Name: standards_historicalstandard_history_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.standards_historicalstandard ALTER COLUMN history_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.standards_historicalstandard_history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: standards_occasion; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.standards_occasion (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    code character varying(60) NOT NULL,
    label character varying(80) NOT NULL,
    question character varying(200) NOT NULL,
    by_scenario boolean NOT NULL,
    "position" smallint NOT NULL,
    confirmed_by_id bigint,
    confirmed_at timestamp with time zone,
    CONSTRAINT standards_occasion_position_check CHECK (("position" >= 0))
);


--
-- Name: standards_occasion_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.standards_occasion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.standards_occasion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: standards_point; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.standards_point (
    id bigint NOT NULL,
    recommendation_id bigint NOT NULL,
    "position" smallint NOT NULL,
    text text NOT NULL,
    emphasis jsonb NOT NULL,
    CONSTRAINT standards_point_position_check CHECK (("position" >= 0))
);


--
-- Name: standards_point_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.standards_point ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.standards_point_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: standards_publication; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.standards_publication (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    legal_basis character varying(300) NOT NULL,
    effective_from date NOT NULL,
    published_at timestamp with time zone NOT NULL,
    published_by_id bigint
);


--
-- Name: standards_publication_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.standards_publication ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.standards_publication_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: standards_recommendation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.standards_recommendation (
    id bigint NOT NULL,
    standard_id bigint NOT NULL,
    number character varying(20) NOT NULL,
    "position" smallint NOT NULL,
    text text NOT NULL,
    emphasis jsonb NOT NULL,
    lineage uuid NOT NULL,
    wording_changed boolean NOT NULL,
    same_meaning boolean,
    CONSTRAINT standards_recommendation_position_check CHECK (("position" >= 0))
);


--
-- Name: standards_recommendation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.standards_recommendation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.standards_recommendation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: standards_standard; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.standards_standard (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    area_id bigint NOT NULL,
    number character varying(20) NOT NULL,
    "position" smallint NOT NULL,
    title character varying(300) NOT NULL,
    rationale text NOT NULL,
    CONSTRAINT standards_standard_position_check CHECK (("position" >= 0))
);


--
-- Name: standards_standard_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.standards_standard ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.standards_standard_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: standards_withdrawal; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.standards_withdrawal (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    since date NOT NULL,
    reason character varying(300) NOT NULL,
    withdrawn_at timestamp with time zone NOT NULL,
    withdrawn_by_id bigint
);


--
-- Name: standards_withdrawal_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.standards_withdrawal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.standards_withdrawal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: usersessions_usersession; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.usersessions_usersession (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ip inet NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    session_key character varying(40) NOT NULL,
    user_agent character varying(200) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL
);


--
-- Name: usersessions_usersession_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.usersessions_usersession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.usersessions_usersession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Data for Name: account_emailaddress; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: account_emailconfirmation; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: audits_accessrecord; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_accessrecord VALUES
	(1, '2026-12-01 12:13:56.045843+00', 17, 'hr', 'page', 1, 2, NULL, 'purpose', 1, 'nadzór nad jakością obsługi', '', '', '0000000000000000000000000000000000000000000000000000000000000000', '62eb1be82e2e40c455534297ad6e58b880148acda3ca48fceb8ad18c20480541'),
	(2, '2026-12-01 12:13:56.885124+00', 21, 'hr', 'page', 2, 15, NULL, 'purpose', 1, 'nadzór nad jakością obsługi', '', '', '62eb1be82e2e40c455534297ad6e58b880148acda3ca48fceb8ad18c20480541', '7b93208ceb6797df0b11a8865660c65c92fc6adc5386a299ce7bfc9f80421a82');


--
-- Data for Name: audits_acknowledgement; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_acknowledgement VALUES
	(1, 2, 3, '2026-12-01 12:13:57.110515+00'),
	(2, 2, 4, '2026-12-01 12:13:57.112102+00'),
	(3, 2, 9, '2026-12-01 12:13:57.112868+00'),
	(4, 2, 13, '2026-12-01 12:13:57.113635+00');


--
-- Data for Name: audits_ancestry; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_ancestry VALUES
	(1, 1, 1, 0, '2020-01-01', NULL),
	(2, 2, 2, 0, '2020-01-01', NULL),
	(3, 1, 2, 1, '2020-01-01', NULL),
	(4, 3, 3, 0, '2020-01-01', NULL),
	(5, 1, 3, 1, '2020-01-01', NULL),
	(6, 4, 4, 0, '2020-01-01', NULL),
	(7, 1, 4, 1, '2020-01-01', NULL),
	(8, 5, 5, 0, '2020-01-01', NULL),
	(9, 1, 5, 1, '2020-01-01', '2026-12-01'),
	(10, 4, 5, 1, '2026-12-01', NULL),
	(11, 1, 5, 2, '2026-12-01', NULL);


--
-- Data for Name: audits_annulment; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_annulment VALUES
	(1, 3, 'Wizyta odbyła się w innym wydziale.', 16, '2026-12-01 12:13:55.918691+00', NULL, NULL, NULL),
	(2, 16, 'Wizyta odbyła się w innym wydziale.', 20, '2026-12-01 12:13:56.776444+00', NULL, NULL, NULL);


--
-- Data for Name: audits_answer; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_answer VALUES
	(1, 1, 1000025, 0, 'surroundings', 2, 'Czy klienta obsłużono w miejscu do tego przystosowanym?', '[]', 1, false, 'unit', false, false, false, '', 1000026, '', '', '', '', '', 0),
	(2, 1, 1000026, 1, 'surroundings', 2, 'Czy klienta, dla którego nie było przystosowanego miejsca, obsłużono w dogodnym dla niego miejscu na terenie urzędu?', '[]', 1, false, 'unit', false, false, false, '', 1000025, '', '', '', '', '', 0),
	(3, 1, 1000001, 2, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, '', '', '', '', '', 0),
	(4, 1, 1000002, 3, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(5, 1, 1000003, 4, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(6, 1, 1000004, 5, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(7, 1, 1000006, 6, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(8, 1, 1000027, 7, 'behaviour', 1, 'Czy pracownik reagował na potrzeby klienta taktownie, nie podkreślając jego wieku ani niepełnosprawności?', '[]', 1, false, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(9, 1, 1000007, 8, 'handling', 3, 'Czy potrzebny formularz był przygotowany?', '[]', 1, false, 'unit', false, false, false, '', NULL, '', '', '', '', '', 0),
	(10, 1, 1000008, 9, 'handling', 3, 'Czy pracownik, tłumacząc, jak wypełnić formularz, posłużył się wypełnionym wzorem?', '[]', 1, false, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(11, 1, 1000009, 10, 'handling', 3, 'Czy pracownik wyjaśnił, po co wypełnia się formularz, w ilu egzemplarzach i jakie informacje podać?', '["cel wypełnienia", "liczba egzemplarzy", "zakres informacji"]', 1, false, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(12, 1, 1000010, 11, 'handling', 3, 'Czy pracownik powiedział klientowi, komu i gdzie złożyć wypełniony formularz?', '[]', 1, false, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(13, 1, 1000011, 12, 'handling', 3, 'Czy pracownik poinformował klienta, jakie dokumenty powinien dostarczyć do urzędu?', '[]', 1, false, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(14, 1, 1000013, 13, 'handling', 3, 'Czy pracownik upewnił się, że klient dobrze zrozumiał wyjaśnienia?', '[]', 1, false, 'employee', false, false, false, 'understood', NULL, '', '', '', '', '', 0),
	(15, 1, 1000012, 14, 'handling', 4, 'Czy pracownik poinformował klienta o wszystkich opłatach i wskazał, gdzie można je wnieść?', '["informacja o wszystkich opłatach", "wskazanie miejsca zapłaty"]', 1, false, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(17, 2, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(18, 2, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(19, 2, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(20, 2, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(21, 3, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'not_observed', 'left', '', '', '', 1),
	(22, 3, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(23, 3, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(24, 3, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(25, 3, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(26, 4, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'not_observed', 'left', '', '', '', 1),
	(27, 4, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(28, 4, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(29, 4, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(30, 4, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(32, 5, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(33, 5, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(34, 5, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(35, 5, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(31, 5, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'met', 'left', '', '', 'poprawka', 0),
	(36, 6, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'not_observed', 'left', '', '', '', 1),
	(16, 2, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'not_observed', 'left', '', '', 'Pani [usunięto] czekała.', 2),
	(37, 6, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(38, 6, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(39, 6, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(40, 6, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(42, 7, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(43, 7, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(44, 7, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(45, 7, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(41, 7, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'met', 'left', '', '', 'poprawka', 0),
	(46, 8, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'not_observed', 'left', '', '', '', 1),
	(47, 8, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(48, 8, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(49, 8, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(50, 8, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(52, 9, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(53, 9, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(54, 9, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(55, 9, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(51, 9, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'met', 'left', '', '', 'poprawka', 0),
	(56, 10, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'not_observed', 'left', '', '', '', 1),
	(57, 10, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(58, 10, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(59, 10, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(60, 10, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(61, 11, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, '', '', '', '', '', 0),
	(62, 11, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(63, 11, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(64, 11, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(65, 11, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(66, 12, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'not_observed', 'left', '', '', '', 1),
	(67, 12, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(68, 12, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(69, 12, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(70, 12, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(71, 13, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, '', '', '', '', '', 0),
	(72, 13, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(73, 13, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(74, 13, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(75, 13, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(76, 14, 1000025, 0, 'surroundings', 6, 'Czy klienta obsłużono w miejscu do tego przystosowanym?', '[]', 1, false, 'unit', false, false, false, '', 1000026, '', '', '', '', '', 0),
	(77, 14, 1000026, 1, 'surroundings', 6, 'Czy klienta, dla którego nie było przystosowanego miejsca, obsłużono w dogodnym dla niego miejscu na terenie urzędu?', '[]', 1, false, 'unit', false, false, false, '', 1000025, '', '', '', '', '', 0),
	(78, 14, 1000001, 2, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, '', '', '', '', '', 0),
	(79, 14, 1000002, 3, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(80, 14, 1000003, 4, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(81, 14, 1000004, 5, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(82, 14, 1000006, 6, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(83, 14, 1000027, 7, 'behaviour', 5, 'Czy pracownik reagował na potrzeby klienta taktownie, nie podkreślając jego wieku ani niepełnosprawności?', '[]', 1, false, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(84, 14, 1000007, 8, 'handling', 7, 'Czy potrzebny formularz był przygotowany?', '[]', 1, false, 'unit', false, false, false, '', NULL, '', '', '', '', '', 0),
	(85, 14, 1000008, 9, 'handling', 7, 'Czy pracownik, tłumacząc, jak wypełnić formularz, posłużył się wypełnionym wzorem?', '[]', 1, false, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(86, 14, 1000009, 10, 'handling', 7, 'Czy pracownik wyjaśnił, po co wypełnia się formularz, w ilu egzemplarzach i jakie informacje podać?', '["cel wypełnienia", "liczba egzemplarzy", "zakres informacji"]', 1, false, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(87, 14, 1000010, 11, 'handling', 7, 'Czy pracownik powiedział klientowi, komu i gdzie złożyć wypełniony formularz?', '[]', 1, false, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(88, 14, 1000011, 12, 'handling', 7, 'Czy pracownik poinformował klienta, jakie dokumenty powinien dostarczyć do urzędu?', '[]', 1, false, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(89, 14, 1000013, 13, 'handling', 7, 'Czy pracownik upewnił się, że klient dobrze zrozumiał wyjaśnienia?', '[]', 1, false, 'employee', false, false, false, 'understood', NULL, '', '', '', '', '', 0),
	(90, 14, 1000012, 14, 'handling', 8, 'Czy pracownik poinformował klienta o wszystkich opłatach i wskazał, gdzie można je wnieść?', '["informacja o wszystkich opłatach", "wskazanie miejsca zapłaty"]', 1, false, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(91, 15, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'not_observed', 'left', '', '', '', 1),
	(92, 15, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(93, 15, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(94, 15, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(95, 15, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(96, 16, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'not_observed', 'left', '', '', '', 1),
	(97, 16, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(98, 16, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(99, 16, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(100, 16, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1);
INSERT INTO public.audits_answer VALUES
	(101, 17, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'not_observed', 'left', '', '', '', 1),
	(102, 17, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(103, 17, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(104, 17, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(105, 17, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(107, 18, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(108, 18, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(109, 18, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(110, 18, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(106, 18, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'met', 'left', '', '', 'poprawka', 0),
	(111, 19, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'not_observed', 'left', '', '', '', 1),
	(112, 19, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(113, 19, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(114, 19, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(115, 19, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(117, 20, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(118, 20, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(119, 20, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(120, 20, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(116, 20, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'met', 'left', '', '', 'poprawka', 0),
	(121, 21, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'not_observed', 'left', '', '', '', 1),
	(122, 21, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(123, 21, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(124, 21, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(125, 21, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(127, 22, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(128, 22, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(129, 22, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(130, 22, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 0),
	(126, 22, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'met', 'left', '', '', 'poprawka', 0),
	(131, 23, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'not_observed', 'left', '', '', '', 1),
	(132, 23, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(133, 23, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(134, 23, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(135, 23, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(136, 24, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, '', '', '', '', '', 0),
	(137, 24, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(138, 24, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(139, 24, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(140, 24, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(141, 25, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'not_observed', 'left', '', '', '', 1),
	(142, 25, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(143, 25, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(144, 25, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(145, 25, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_observed', 'left', '', '', '', 1),
	(146, 26, 1000001, 0, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, '', '', '', '', '', 0),
	(147, 26, 1000002, 1, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(148, 26, 1000003, 2, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(149, 26, 1000004, 3, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(150, 26, 1000006, 4, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, '', '', '', '', '', 0),
	(151, 27, 1000025, 0, 'surroundings', 10, 'Czy klienta obsłużono w miejscu do tego przystosowanym?', '[]', 1, false, 'unit', false, false, false, '', 1000026, 'met', 'judged', '', '', '', 0),
	(152, 27, 1000026, 1, 'surroundings', 10, 'Czy klienta, dla którego nie było przystosowanego miejsca, obsłużono w dogodnym dla niego miejscu na terenie urzędu?', '[]', 1, false, 'unit', false, false, false, '', 1000025, 'met', 'judged', '', '', '', 0),
	(153, 27, 1000001, 2, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'met', 'judged', '', '', '', 0),
	(154, 27, 1000002, 3, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(155, 27, 1000003, 4, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(156, 27, 1000004, 5, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(157, 27, 1000006, 6, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(158, 27, 1000027, 7, 'behaviour', 9, 'Czy pracownik reagował na potrzeby klienta taktownie, nie podkreślając jego wieku ani niepełnosprawności?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(159, 27, 1000007, 8, 'handling', 11, 'Czy potrzebny formularz był przygotowany?', '[]', 1, false, 'unit', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(160, 27, 1000008, 9, 'handling', 11, 'Czy pracownik, tłumacząc, jak wypełnić formularz, posłużył się wypełnionym wzorem?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(161, 27, 1000009, 10, 'handling', 11, 'Czy pracownik wyjaśnił, po co wypełnia się formularz, w ilu egzemplarzach i jakie informacje podać?', '["cel wypełnienia", "liczba egzemplarzy", "zakres informacji"]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(162, 27, 1000010, 11, 'handling', 11, 'Czy pracownik powiedział klientowi, komu i gdzie złożyć wypełniony formularz?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(163, 27, 1000011, 12, 'handling', 11, 'Czy pracownik poinformował klienta, jakie dokumenty powinien dostarczyć do urzędu?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(164, 27, 1000013, 13, 'handling', 11, 'Czy pracownik upewnił się, że klient dobrze zrozumiał wyjaśnienia?', '[]', 1, false, 'employee', false, false, false, 'understood', NULL, 'met', 'judged', '', '', '', 0),
	(165, 27, 1000012, 14, 'handling', 12, 'Czy pracownik poinformował klienta o wszystkich opłatach i wskazał, gdzie można je wnieść?', '["informacja o wszystkich opłatach", "wskazanie miejsca zapłaty"]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(166, 28, 1000025, 0, 'surroundings', 14, 'Czy klienta obsłużono w miejscu do tego przystosowanym?', '[]', 1, false, 'unit', false, false, false, '', 1000026, 'not_met', 'judged', '', '', '', 0),
	(167, 28, 1000026, 1, 'surroundings', 14, 'Czy klienta, dla którego nie było przystosowanego miejsca, obsłużono w dogodnym dla niego miejscu na terenie urzędu?', '[]', 1, false, 'unit', false, false, false, '', 1000025, 'not_met', 'judged', '', '', '', 0),
	(168, 28, 1000001, 2, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'not_met', 'judged', '', '', '', 0),
	(169, 28, 1000002, 3, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(170, 28, 1000003, 4, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(171, 28, 1000004, 5, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(172, 28, 1000006, 6, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(173, 28, 1000027, 7, 'behaviour', 13, 'Czy pracownik reagował na potrzeby klienta taktownie, nie podkreślając jego wieku ani niepełnosprawności?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(174, 28, 1000007, 8, 'handling', 15, 'Czy potrzebny formularz był przygotowany?', '[]', 1, false, 'unit', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(175, 28, 1000008, 9, 'handling', 15, 'Czy pracownik, tłumacząc, jak wypełnić formularz, posłużył się wypełnionym wzorem?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(176, 28, 1000009, 10, 'handling', 15, 'Czy pracownik wyjaśnił, po co wypełnia się formularz, w ilu egzemplarzach i jakie informacje podać?', '["cel wypełnienia", "liczba egzemplarzy", "zakres informacji"]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(177, 28, 1000010, 11, 'handling', 15, 'Czy pracownik powiedział klientowi, komu i gdzie złożyć wypełniony formularz?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(178, 28, 1000011, 12, 'handling', 15, 'Czy pracownik poinformował klienta, jakie dokumenty powinien dostarczyć do urzędu?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(179, 28, 1000013, 13, 'handling', 15, 'Czy pracownik upewnił się, że klient dobrze zrozumiał wyjaśnienia?', '[]', 1, false, 'employee', false, false, false, 'understood', NULL, 'not_met', 'judged', '', '', '', 0),
	(180, 28, 1000012, 14, 'handling', 16, 'Czy pracownik poinformował klienta o wszystkich opłatach i wskazał, gdzie można je wnieść?', '["informacja o wszystkich opłatach", "wskazanie miejsca zapłaty"]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(181, 29, 1000025, 0, 'surroundings', 18, 'Czy klienta obsłużono w miejscu do tego przystosowanym?', '[]', 1, false, 'unit', false, false, false, '', 1000026, 'partly', 'judged', '', '', '', 0),
	(182, 29, 1000026, 1, 'surroundings', 18, 'Czy klienta, dla którego nie było przystosowanego miejsca, obsłużono w dogodnym dla niego miejscu na terenie urzędu?', '[]', 1, false, 'unit', false, false, false, '', 1000025, 'partly', 'judged', '', '', '', 0),
	(183, 29, 1000001, 2, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'partly', 'judged', '', '', '', 0),
	(184, 29, 1000002, 3, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(185, 29, 1000003, 4, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(186, 29, 1000004, 5, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(187, 29, 1000006, 6, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(188, 29, 1000027, 7, 'behaviour', 17, 'Czy pracownik reagował na potrzeby klienta taktownie, nie podkreślając jego wieku ani niepełnosprawności?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(189, 29, 1000007, 8, 'handling', 19, 'Czy potrzebny formularz był przygotowany?', '[]', 1, false, 'unit', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(190, 29, 1000008, 9, 'handling', 19, 'Czy pracownik, tłumacząc, jak wypełnić formularz, posłużył się wypełnionym wzorem?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(191, 29, 1000009, 10, 'handling', 19, 'Czy pracownik wyjaśnił, po co wypełnia się formularz, w ilu egzemplarzach i jakie informacje podać?', '["cel wypełnienia", "liczba egzemplarzy", "zakres informacji"]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(192, 29, 1000010, 11, 'handling', 19, 'Czy pracownik powiedział klientowi, komu i gdzie złożyć wypełniony formularz?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(193, 29, 1000011, 12, 'handling', 19, 'Czy pracownik poinformował klienta, jakie dokumenty powinien dostarczyć do urzędu?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(194, 29, 1000013, 13, 'handling', 19, 'Czy pracownik upewnił się, że klient dobrze zrozumiał wyjaśnienia?', '[]', 1, false, 'employee', false, false, false, 'understood', NULL, 'partly', 'judged', '', '', '', 0),
	(195, 29, 1000012, 14, 'handling', 20, 'Czy pracownik poinformował klienta o wszystkich opłatach i wskazał, gdzie można je wnieść?', '["informacja o wszystkich opłatach", "wskazanie miejsca zapłaty"]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(196, 30, 1000025, 0, 'surroundings', 22, 'Czy klienta obsłużono w miejscu do tego przystosowanym?', '[]', 1, false, 'unit', false, false, false, '', 1000026, 'met', 'judged', '', '', '', 0),
	(197, 30, 1000026, 1, 'surroundings', 22, 'Czy klienta, dla którego nie było przystosowanego miejsca, obsłużono w dogodnym dla niego miejscu na terenie urzędu?', '[]', 1, false, 'unit', false, false, false, '', 1000025, 'met', 'judged', '', '', '', 0),
	(198, 30, 1000001, 2, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'met', 'judged', '', '', '', 0),
	(199, 30, 1000002, 3, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(200, 30, 1000003, 4, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0);
INSERT INTO public.audits_answer VALUES
	(201, 30, 1000004, 5, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(202, 30, 1000006, 6, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(203, 30, 1000027, 7, 'behaviour', 21, 'Czy pracownik reagował na potrzeby klienta taktownie, nie podkreślając jego wieku ani niepełnosprawności?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(204, 30, 1000007, 8, 'handling', 23, 'Czy potrzebny formularz był przygotowany?', '[]', 1, false, 'unit', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(205, 30, 1000008, 9, 'handling', 23, 'Czy pracownik, tłumacząc, jak wypełnić formularz, posłużył się wypełnionym wzorem?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(206, 30, 1000009, 10, 'handling', 23, 'Czy pracownik wyjaśnił, po co wypełnia się formularz, w ilu egzemplarzach i jakie informacje podać?', '["cel wypełnienia", "liczba egzemplarzy", "zakres informacji"]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(207, 30, 1000010, 11, 'handling', 23, 'Czy pracownik powiedział klientowi, komu i gdzie złożyć wypełniony formularz?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(208, 30, 1000011, 12, 'handling', 23, 'Czy pracownik poinformował klienta, jakie dokumenty powinien dostarczyć do urzędu?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(209, 30, 1000013, 13, 'handling', 23, 'Czy pracownik upewnił się, że klient dobrze zrozumiał wyjaśnienia?', '[]', 1, false, 'employee', false, false, false, 'understood', NULL, 'met', 'judged', '', '', '', 0),
	(210, 30, 1000012, 14, 'handling', 24, 'Czy pracownik poinformował klienta o wszystkich opłatach i wskazał, gdzie można je wnieść?', '["informacja o wszystkich opłatach", "wskazanie miejsca zapłaty"]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(211, 31, 1000025, 0, 'surroundings', 26, 'Czy klienta obsłużono w miejscu do tego przystosowanym?', '[]', 1, false, 'unit', false, false, false, '', 1000026, 'not_met', 'judged', '', '', '', 0),
	(212, 31, 1000026, 1, 'surroundings', 26, 'Czy klienta, dla którego nie było przystosowanego miejsca, obsłużono w dogodnym dla niego miejscu na terenie urzędu?', '[]', 1, false, 'unit', false, false, false, '', 1000025, 'not_met', 'judged', '', '', '', 0),
	(213, 31, 1000001, 2, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'not_met', 'judged', '', '', '', 0),
	(214, 31, 1000002, 3, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(215, 31, 1000003, 4, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(216, 31, 1000004, 5, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(217, 31, 1000006, 6, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(218, 31, 1000027, 7, 'behaviour', 25, 'Czy pracownik reagował na potrzeby klienta taktownie, nie podkreślając jego wieku ani niepełnosprawności?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(219, 31, 1000007, 8, 'handling', 27, 'Czy potrzebny formularz był przygotowany?', '[]', 1, false, 'unit', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(220, 31, 1000008, 9, 'handling', 27, 'Czy pracownik, tłumacząc, jak wypełnić formularz, posłużył się wypełnionym wzorem?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(221, 31, 1000009, 10, 'handling', 27, 'Czy pracownik wyjaśnił, po co wypełnia się formularz, w ilu egzemplarzach i jakie informacje podać?', '["cel wypełnienia", "liczba egzemplarzy", "zakres informacji"]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(222, 31, 1000010, 11, 'handling', 27, 'Czy pracownik powiedział klientowi, komu i gdzie złożyć wypełniony formularz?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(223, 31, 1000011, 12, 'handling', 27, 'Czy pracownik poinformował klienta, jakie dokumenty powinien dostarczyć do urzędu?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(224, 31, 1000013, 13, 'handling', 27, 'Czy pracownik upewnił się, że klient dobrze zrozumiał wyjaśnienia?', '[]', 1, false, 'employee', false, false, false, 'understood', NULL, 'not_met', 'judged', '', '', '', 0),
	(225, 31, 1000012, 14, 'handling', 28, 'Czy pracownik poinformował klienta o wszystkich opłatach i wskazał, gdzie można je wnieść?', '["informacja o wszystkich opłatach", "wskazanie miejsca zapłaty"]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(226, 32, 1000025, 0, 'surroundings', 30, 'Czy klienta obsłużono w miejscu do tego przystosowanym?', '[]', 1, false, 'unit', false, false, false, '', 1000026, 'partly', 'judged', '', '', '', 0),
	(227, 32, 1000026, 1, 'surroundings', 30, 'Czy klienta, dla którego nie było przystosowanego miejsca, obsłużono w dogodnym dla niego miejscu na terenie urzędu?', '[]', 1, false, 'unit', false, false, false, '', 1000025, 'partly', 'judged', '', '', '', 0),
	(228, 32, 1000001, 2, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'partly', 'judged', '', '', '', 0),
	(229, 32, 1000002, 3, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(230, 32, 1000003, 4, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(231, 32, 1000004, 5, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(232, 32, 1000006, 6, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(233, 32, 1000027, 7, 'behaviour', 29, 'Czy pracownik reagował na potrzeby klienta taktownie, nie podkreślając jego wieku ani niepełnosprawności?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(234, 32, 1000007, 8, 'handling', 31, 'Czy potrzebny formularz był przygotowany?', '[]', 1, false, 'unit', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(235, 32, 1000008, 9, 'handling', 31, 'Czy pracownik, tłumacząc, jak wypełnić formularz, posłużył się wypełnionym wzorem?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(236, 32, 1000009, 10, 'handling', 31, 'Czy pracownik wyjaśnił, po co wypełnia się formularz, w ilu egzemplarzach i jakie informacje podać?', '["cel wypełnienia", "liczba egzemplarzy", "zakres informacji"]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(237, 32, 1000010, 11, 'handling', 31, 'Czy pracownik powiedział klientowi, komu i gdzie złożyć wypełniony formularz?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(238, 32, 1000011, 12, 'handling', 31, 'Czy pracownik poinformował klienta, jakie dokumenty powinien dostarczyć do urzędu?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(239, 32, 1000013, 13, 'handling', 31, 'Czy pracownik upewnił się, że klient dobrze zrozumiał wyjaśnienia?', '[]', 1, false, 'employee', false, false, false, 'understood', NULL, 'partly', 'judged', '', '', '', 0),
	(240, 32, 1000012, 14, 'handling', 32, 'Czy pracownik poinformował klienta o wszystkich opłatach i wskazał, gdzie można je wnieść?', '["informacja o wszystkich opłatach", "wskazanie miejsca zapłaty"]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(241, 33, 1000025, 0, 'surroundings', 34, 'Czy klienta obsłużono w miejscu do tego przystosowanym?', '[]', 1, false, 'unit', false, false, false, '', 1000026, 'met', 'judged', '', '', '', 0),
	(242, 33, 1000026, 1, 'surroundings', 34, 'Czy klienta, dla którego nie było przystosowanego miejsca, obsłużono w dogodnym dla niego miejscu na terenie urzędu?', '[]', 1, false, 'unit', false, false, false, '', 1000025, 'met', 'judged', '', '', '', 0),
	(243, 33, 1000001, 2, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'met', 'judged', '', '', '', 0),
	(244, 33, 1000002, 3, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(245, 33, 1000003, 4, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(246, 33, 1000004, 5, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(247, 33, 1000006, 6, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(248, 33, 1000027, 7, 'behaviour', 33, 'Czy pracownik reagował na potrzeby klienta taktownie, nie podkreślając jego wieku ani niepełnosprawności?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(249, 33, 1000007, 8, 'handling', 35, 'Czy potrzebny formularz był przygotowany?', '[]', 1, false, 'unit', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(250, 33, 1000008, 9, 'handling', 35, 'Czy pracownik, tłumacząc, jak wypełnić formularz, posłużył się wypełnionym wzorem?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(251, 33, 1000009, 10, 'handling', 35, 'Czy pracownik wyjaśnił, po co wypełnia się formularz, w ilu egzemplarzach i jakie informacje podać?', '["cel wypełnienia", "liczba egzemplarzy", "zakres informacji"]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(252, 33, 1000010, 11, 'handling', 35, 'Czy pracownik powiedział klientowi, komu i gdzie złożyć wypełniony formularz?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(253, 33, 1000011, 12, 'handling', 35, 'Czy pracownik poinformował klienta, jakie dokumenty powinien dostarczyć do urzędu?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(254, 33, 1000013, 13, 'handling', 35, 'Czy pracownik upewnił się, że klient dobrze zrozumiał wyjaśnienia?', '[]', 1, false, 'employee', false, false, false, 'understood', NULL, 'met', 'judged', '', '', '', 0),
	(255, 33, 1000012, 14, 'handling', 36, 'Czy pracownik poinformował klienta o wszystkich opłatach i wskazał, gdzie można je wnieść?', '["informacja o wszystkich opłatach", "wskazanie miejsca zapłaty"]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(256, 34, 1000025, 0, 'surroundings', 38, 'Czy klienta obsłużono w miejscu do tego przystosowanym?', '[]', 1, false, 'unit', false, false, false, '', 1000026, 'not_met', 'judged', '', '', '', 0),
	(257, 34, 1000026, 1, 'surroundings', 38, 'Czy klienta, dla którego nie było przystosowanego miejsca, obsłużono w dogodnym dla niego miejscu na terenie urzędu?', '[]', 1, false, 'unit', false, false, false, '', 1000025, 'not_met', 'judged', '', '', '', 0),
	(258, 34, 1000001, 2, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'not_met', 'judged', '', '', '', 0),
	(259, 34, 1000002, 3, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(260, 34, 1000003, 4, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(261, 34, 1000004, 5, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(262, 34, 1000006, 6, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(263, 34, 1000027, 7, 'behaviour', 37, 'Czy pracownik reagował na potrzeby klienta taktownie, nie podkreślając jego wieku ani niepełnosprawności?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(264, 34, 1000007, 8, 'handling', 39, 'Czy potrzebny formularz był przygotowany?', '[]', 1, false, 'unit', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(265, 34, 1000008, 9, 'handling', 39, 'Czy pracownik, tłumacząc, jak wypełnić formularz, posłużył się wypełnionym wzorem?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(266, 34, 1000009, 10, 'handling', 39, 'Czy pracownik wyjaśnił, po co wypełnia się formularz, w ilu egzemplarzach i jakie informacje podać?', '["cel wypełnienia", "liczba egzemplarzy", "zakres informacji"]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(267, 34, 1000010, 11, 'handling', 39, 'Czy pracownik powiedział klientowi, komu i gdzie złożyć wypełniony formularz?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(268, 34, 1000011, 12, 'handling', 39, 'Czy pracownik poinformował klienta, jakie dokumenty powinien dostarczyć do urzędu?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(269, 34, 1000013, 13, 'handling', 39, 'Czy pracownik upewnił się, że klient dobrze zrozumiał wyjaśnienia?', '[]', 1, false, 'employee', false, false, false, 'understood', NULL, 'not_met', 'judged', '', '', '', 0),
	(270, 34, 1000012, 14, 'handling', 40, 'Czy pracownik poinformował klienta o wszystkich opłatach i wskazał, gdzie można je wnieść?', '["informacja o wszystkich opłatach", "wskazanie miejsca zapłaty"]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(271, 35, 1000025, 0, 'surroundings', 42, 'Czy klienta obsłużono w miejscu do tego przystosowanym?', '[]', 1, false, 'unit', false, false, false, '', 1000026, 'met', 'judged', '', '', '', 0),
	(272, 35, 1000026, 1, 'surroundings', 42, 'Czy klienta, dla którego nie było przystosowanego miejsca, obsłużono w dogodnym dla niego miejscu na terenie urzędu?', '[]', 1, false, 'unit', false, false, false, '', 1000025, 'met', 'judged', '', '', '', 0),
	(273, 35, 1000001, 2, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'met', 'judged', '', '', '', 0),
	(274, 35, 1000002, 3, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(275, 35, 1000003, 4, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(276, 35, 1000004, 5, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(277, 35, 1000006, 6, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(278, 35, 1000027, 7, 'behaviour', 41, 'Czy pracownik reagował na potrzeby klienta taktownie, nie podkreślając jego wieku ani niepełnosprawności?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(279, 35, 1000007, 8, 'handling', 43, 'Czy potrzebny formularz był przygotowany?', '[]', 1, false, 'unit', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(280, 35, 1000008, 9, 'handling', 43, 'Czy pracownik, tłumacząc, jak wypełnić formularz, posłużył się wypełnionym wzorem?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(281, 35, 1000009, 10, 'handling', 43, 'Czy pracownik wyjaśnił, po co wypełnia się formularz, w ilu egzemplarzach i jakie informacje podać?', '["cel wypełnienia", "liczba egzemplarzy", "zakres informacji"]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(282, 35, 1000010, 11, 'handling', 43, 'Czy pracownik powiedział klientowi, komu i gdzie złożyć wypełniony formularz?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(283, 35, 1000011, 12, 'handling', 43, 'Czy pracownik poinformował klienta, jakie dokumenty powinien dostarczyć do urzędu?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(284, 35, 1000013, 13, 'handling', 43, 'Czy pracownik upewnił się, że klient dobrze zrozumiał wyjaśnienia?', '[]', 1, false, 'employee', false, false, false, 'understood', NULL, 'met', 'judged', '', '', '', 0),
	(285, 35, 1000012, 14, 'handling', 44, 'Czy pracownik poinformował klienta o wszystkich opłatach i wskazał, gdzie można je wnieść?', '["informacja o wszystkich opłatach", "wskazanie miejsca zapłaty"]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(286, 36, 1000025, 0, 'surroundings', 46, 'Czy klienta obsłużono w miejscu do tego przystosowanym?', '[]', 1, false, 'unit', false, false, false, '', 1000026, 'not_met', 'judged', '', '', '', 0),
	(287, 36, 1000026, 1, 'surroundings', 46, 'Czy klienta, dla którego nie było przystosowanego miejsca, obsłużono w dogodnym dla niego miejscu na terenie urzędu?', '[]', 1, false, 'unit', false, false, false, '', 1000025, 'not_met', 'judged', '', '', '', 0),
	(288, 36, 1000001, 2, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'not_met', 'judged', '', '', '', 0),
	(289, 36, 1000002, 3, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(290, 36, 1000003, 4, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(291, 36, 1000004, 5, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(292, 36, 1000006, 6, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(293, 36, 1000027, 7, 'behaviour', 45, 'Czy pracownik reagował na potrzeby klienta taktownie, nie podkreślając jego wieku ani niepełnosprawności?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(294, 36, 1000007, 8, 'handling', 47, 'Czy potrzebny formularz był przygotowany?', '[]', 1, false, 'unit', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(295, 36, 1000008, 9, 'handling', 47, 'Czy pracownik, tłumacząc, jak wypełnić formularz, posłużył się wypełnionym wzorem?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(296, 36, 1000009, 10, 'handling', 47, 'Czy pracownik wyjaśnił, po co wypełnia się formularz, w ilu egzemplarzach i jakie informacje podać?', '["cel wypełnienia", "liczba egzemplarzy", "zakres informacji"]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(297, 36, 1000010, 11, 'handling', 47, 'Czy pracownik powiedział klientowi, komu i gdzie złożyć wypełniony formularz?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(298, 36, 1000011, 12, 'handling', 47, 'Czy pracownik poinformował klienta, jakie dokumenty powinien dostarczyć do urzędu?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(299, 36, 1000013, 13, 'handling', 47, 'Czy pracownik upewnił się, że klient dobrze zrozumiał wyjaśnienia?', '[]', 1, false, 'employee', false, false, false, 'understood', NULL, 'not_met', 'judged', '', '', '', 0),
	(300, 36, 1000012, 14, 'handling', 48, 'Czy pracownik poinformował klienta o wszystkich opłatach i wskazał, gdzie można je wnieść?', '["informacja o wszystkich opłatach", "wskazanie miejsca zapłaty"]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0);
INSERT INTO public.audits_answer VALUES
	(301, 37, 1000025, 0, 'surroundings', 50, 'Czy klienta obsłużono w miejscu do tego przystosowanym?', '[]', 1, false, 'unit', false, false, false, '', 1000026, 'partly', 'judged', '', '', '', 0),
	(302, 37, 1000026, 1, 'surroundings', 50, 'Czy klienta, dla którego nie było przystosowanego miejsca, obsłużono w dogodnym dla niego miejscu na terenie urzędu?', '[]', 1, false, 'unit', false, false, false, '', 1000025, 'partly', 'judged', '', '', '', 0),
	(303, 37, 1000001, 2, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'partly', 'judged', '', '', '', 0),
	(304, 37, 1000002, 3, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(305, 37, 1000003, 4, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(306, 37, 1000004, 5, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(307, 37, 1000006, 6, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(308, 37, 1000027, 7, 'behaviour', 49, 'Czy pracownik reagował na potrzeby klienta taktownie, nie podkreślając jego wieku ani niepełnosprawności?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(309, 37, 1000007, 8, 'handling', 51, 'Czy potrzebny formularz był przygotowany?', '[]', 1, false, 'unit', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(310, 37, 1000008, 9, 'handling', 51, 'Czy pracownik, tłumacząc, jak wypełnić formularz, posłużył się wypełnionym wzorem?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(311, 37, 1000009, 10, 'handling', 51, 'Czy pracownik wyjaśnił, po co wypełnia się formularz, w ilu egzemplarzach i jakie informacje podać?', '["cel wypełnienia", "liczba egzemplarzy", "zakres informacji"]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(312, 37, 1000010, 11, 'handling', 51, 'Czy pracownik powiedział klientowi, komu i gdzie złożyć wypełniony formularz?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(313, 37, 1000011, 12, 'handling', 51, 'Czy pracownik poinformował klienta, jakie dokumenty powinien dostarczyć do urzędu?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(314, 37, 1000013, 13, 'handling', 51, 'Czy pracownik upewnił się, że klient dobrze zrozumiał wyjaśnienia?', '[]', 1, false, 'employee', false, false, false, 'understood', NULL, 'partly', 'judged', '', '', '', 0),
	(315, 37, 1000012, 14, 'handling', 52, 'Czy pracownik poinformował klienta o wszystkich opłatach i wskazał, gdzie można je wnieść?', '["informacja o wszystkich opłatach", "wskazanie miejsca zapłaty"]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(316, 38, 1000025, 0, 'surroundings', 54, 'Czy klienta obsłużono w miejscu do tego przystosowanym?', '[]', 1, false, 'unit', false, false, false, '', 1000026, 'met', 'judged', '', '', '', 0),
	(317, 38, 1000026, 1, 'surroundings', 54, 'Czy klienta, dla którego nie było przystosowanego miejsca, obsłużono w dogodnym dla niego miejscu na terenie urzędu?', '[]', 1, false, 'unit', false, false, false, '', 1000025, 'met', 'judged', '', '', '', 0),
	(318, 38, 1000001, 2, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'met', 'judged', '', '', '', 0),
	(319, 38, 1000002, 3, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(320, 38, 1000003, 4, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(321, 38, 1000004, 5, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(322, 38, 1000006, 6, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(323, 38, 1000027, 7, 'behaviour', 53, 'Czy pracownik reagował na potrzeby klienta taktownie, nie podkreślając jego wieku ani niepełnosprawności?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(324, 38, 1000007, 8, 'handling', 55, 'Czy potrzebny formularz był przygotowany?', '[]', 1, false, 'unit', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(325, 38, 1000008, 9, 'handling', 55, 'Czy pracownik, tłumacząc, jak wypełnić formularz, posłużył się wypełnionym wzorem?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(326, 38, 1000009, 10, 'handling', 55, 'Czy pracownik wyjaśnił, po co wypełnia się formularz, w ilu egzemplarzach i jakie informacje podać?', '["cel wypełnienia", "liczba egzemplarzy", "zakres informacji"]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(327, 38, 1000010, 11, 'handling', 55, 'Czy pracownik powiedział klientowi, komu i gdzie złożyć wypełniony formularz?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(328, 38, 1000011, 12, 'handling', 55, 'Czy pracownik poinformował klienta, jakie dokumenty powinien dostarczyć do urzędu?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(329, 38, 1000013, 13, 'handling', 55, 'Czy pracownik upewnił się, że klient dobrze zrozumiał wyjaśnienia?', '[]', 1, false, 'employee', false, false, false, 'understood', NULL, 'met', 'judged', '', '', '', 0),
	(330, 38, 1000012, 14, 'handling', 56, 'Czy pracownik poinformował klienta o wszystkich opłatach i wskazał, gdzie można je wnieść?', '["informacja o wszystkich opłatach", "wskazanie miejsca zapłaty"]', 1, false, 'employee', false, false, false, '', NULL, 'met', 'judged', '', '', '', 0),
	(331, 39, 1000025, 0, 'surroundings', 58, 'Czy klienta obsłużono w miejscu do tego przystosowanym?', '[]', 1, false, 'unit', false, false, false, '', 1000026, 'not_met', 'judged', '', '', '', 0),
	(332, 39, 1000026, 1, 'surroundings', 58, 'Czy klienta, dla którego nie było przystosowanego miejsca, obsłużono w dogodnym dla niego miejscu na terenie urzędu?', '[]', 1, false, 'unit', false, false, false, '', 1000025, 'not_met', 'judged', '', '', '', 0),
	(333, 39, 1000001, 2, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'not_met', 'judged', '', '', '', 0),
	(334, 39, 1000002, 3, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(335, 39, 1000003, 4, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(336, 39, 1000004, 5, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(337, 39, 1000006, 6, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(338, 39, 1000027, 7, 'behaviour', 57, 'Czy pracownik reagował na potrzeby klienta taktownie, nie podkreślając jego wieku ani niepełnosprawności?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(339, 39, 1000007, 8, 'handling', 59, 'Czy potrzebny formularz był przygotowany?', '[]', 1, false, 'unit', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(340, 39, 1000008, 9, 'handling', 59, 'Czy pracownik, tłumacząc, jak wypełnić formularz, posłużył się wypełnionym wzorem?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(341, 39, 1000009, 10, 'handling', 59, 'Czy pracownik wyjaśnił, po co wypełnia się formularz, w ilu egzemplarzach i jakie informacje podać?', '["cel wypełnienia", "liczba egzemplarzy", "zakres informacji"]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(342, 39, 1000010, 11, 'handling', 59, 'Czy pracownik powiedział klientowi, komu i gdzie złożyć wypełniony formularz?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(343, 39, 1000011, 12, 'handling', 59, 'Czy pracownik poinformował klienta, jakie dokumenty powinien dostarczyć do urzędu?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(344, 39, 1000013, 13, 'handling', 59, 'Czy pracownik upewnił się, że klient dobrze zrozumiał wyjaśnienia?', '[]', 1, false, 'employee', false, false, false, 'understood', NULL, 'not_met', 'judged', '', '', '', 0),
	(345, 39, 1000012, 14, 'handling', 60, 'Czy pracownik poinformował klienta o wszystkich opłatach i wskazał, gdzie można je wnieść?', '["informacja o wszystkich opłatach", "wskazanie miejsca zapłaty"]', 1, false, 'employee', false, false, false, '', NULL, 'not_met', 'judged', '', '', '', 0),
	(346, 40, 1000025, 0, 'surroundings', 62, 'Czy klienta obsłużono w miejscu do tego przystosowanym?', '[]', 1, false, 'unit', false, false, false, '', 1000026, 'partly', 'judged', '', '', '', 0),
	(347, 40, 1000026, 1, 'surroundings', 62, 'Czy klienta, dla którego nie było przystosowanego miejsca, obsłużono w dogodnym dla niego miejscu na terenie urzędu?', '[]', 1, false, 'unit', false, false, false, '', 1000025, 'partly', 'judged', '', '', '', 0),
	(348, 40, 1000001, 2, 'appearance', NULL, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', 1, false, 'employee', false, false, false, 'overall appearance', NULL, 'partly', 'judged', '', '', '', 0),
	(349, 40, 1000002, 3, 'appearance', NULL, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(350, 40, 1000003, 4, 'appearance', NULL, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(351, 40, 1000004, 5, 'appearance', NULL, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(352, 40, 1000006, 6, 'appearance', NULL, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', 1, true, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(353, 40, 1000027, 7, 'behaviour', 61, 'Czy pracownik reagował na potrzeby klienta taktownie, nie podkreślając jego wieku ani niepełnosprawności?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(354, 40, 1000007, 8, 'handling', 63, 'Czy potrzebny formularz był przygotowany?', '[]', 1, false, 'unit', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(355, 40, 1000008, 9, 'handling', 63, 'Czy pracownik, tłumacząc, jak wypełnić formularz, posłużył się wypełnionym wzorem?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(356, 40, 1000009, 10, 'handling', 63, 'Czy pracownik wyjaśnił, po co wypełnia się formularz, w ilu egzemplarzach i jakie informacje podać?', '["cel wypełnienia", "liczba egzemplarzy", "zakres informacji"]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(357, 40, 1000010, 11, 'handling', 63, 'Czy pracownik powiedział klientowi, komu i gdzie złożyć wypełniony formularz?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(358, 40, 1000011, 12, 'handling', 63, 'Czy pracownik poinformował klienta, jakie dokumenty powinien dostarczyć do urzędu?', '[]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0),
	(359, 40, 1000013, 13, 'handling', 63, 'Czy pracownik upewnił się, że klient dobrze zrozumiał wyjaśnienia?', '[]', 1, false, 'employee', false, false, false, 'understood', NULL, 'partly', 'judged', '', '', '', 0),
	(360, 40, 1000012, 14, 'handling', 64, 'Czy pracownik poinformował klienta o wszystkich opłatach i wskazał, gdzie można je wnieść?', '["informacja o wszystkich opłatach", "wskazanie miejsca zapłaty"]', 1, false, 'employee', false, false, false, '', NULL, 'partly', 'judged', '', '', '', 0);


--
-- Data for Name: audits_appointment; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_appointment VALUES
	(1, '85f8182d-7b2d-4c06-b1a1-9daa75739927', 1, 'hr', 2, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(2, '5e6758c6-784b-47f3-b2b9-f8926a422019', 3, 'auditor', 2, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(3, 'dc3b7266-e4c3-4174-905e-b26b4bcb8e1f', 4, 'auditor', 2, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(4, '8333a817-df04-44ce-a4be-0885133178ce', 5, 'hr', 2, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(5, 'bb0b289c-3112-41b1-9202-af7893d01c6d', 6, 'hr', 2, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(6, '98eea61c-457a-4dc6-8df2-542e193c74d2', 7, 'data_protection_officer', 2, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(7, '8c817f44-c343-4c4c-915b-aa9b49c57966', 8, 'head', 2, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(8, '210c1043-efde-4358-991e-cae9fe39a765', 9, 'mystery_shopper', 2, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(9, '0f3214d8-2f53-4ad5-9cf3-a651c3b8a1de', 10, 'standards_editor', 1, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(10, '2009fe08-dc93-43e2-8978-680bba6272e5', 11, 'administrator', 1, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(11, 'e93552a5-1717-495d-bded-7f7be425a280', 13, 'auditor', 3, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(12, '4c2b2077-1f69-4a8a-ab4d-a8bf95994751', 14, 'hr', 3, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(13, '47525674-0895-40eb-b55d-f91bc52154ee', 15, 'mystery_shopper', 3, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(14, 'd080dcd3-1e3b-4547-9d70-f0c8783e072a', 16, 'hr', 2, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(15, '69bc8700-b635-4d6e-a79c-b542239d82c5', 17, 'hr', 2, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(16, '7fb47ff6-0cec-4268-ae67-dc01fb475bf0', 18, 'mystery_shopper', 2, '2026-12-02', NULL, NULL, NULL, NULL, NULL),
	(17, 'e1063734-fc62-45c6-9a97-def1001cc4d9', 19, 'mystery_shopper', 2, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(18, '4ef877ee-5125-4ad6-a717-03dd8faec08a', 20, 'hr', 3, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(19, '6686eacf-2a84-4be8-bb64-aac3374c61a9', 21, 'hr', 3, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(20, '6d0de42d-984d-4177-9e48-eac930941b16', 22, 'mystery_shopper', 3, '2026-12-02', NULL, NULL, NULL, NULL, NULL),
	(21, 'a2ed8ea7-d978-4628-93f5-fdd316f5d510', 23, 'mystery_shopper', 3, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(22, 'a9c238db-c8f0-41c5-80f7-cbbf47ff8929', 25, 'auditor', 2, '2026-12-02', NULL, NULL, NULL, NULL, NULL),
	(23, 'e789f0d7-a8de-4aa5-908f-6cfc5cf78051', 27, 'hr', 1, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	(24, '3897909f-a5c1-43ee-8043-f430ecf86144', 28, 'auditor', 1, '2020-01-01', NULL, NULL, NULL, NULL, NULL);


--
-- Data for Name: audits_assignment; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_assignment VALUES
	(1, 'd985a5f1-24c7-4d1c-a7a0-b56945f532f5', 9, 2, 'counter', '2026-11-30', '2026-12-08', 'core', '[]', '[]', 'Zapytaj o wymianę dowodu osobistego.', 5, '2026-12-01 12:13:56.076506+00', NULL, NULL, ''),
	(2, 'c8265fb6-e66c-4f99-b1a1-cbe8f57ef7fe', 9, 2, 'counter', '2026-11-30', '2026-12-08', 'core', '[]', '[]', 'Zapytaj o wymianę dowodu osobistego.', 5, '2026-12-01 12:13:56.19751+00', NULL, NULL, ''),
	(3, '6b683bff-913b-438c-9fef-bbc715e07a43', 9, 2, 'counter', '2026-11-30', '2026-12-08', 'core', '[]', '[]', 'Zapytaj o wymianę dowodu osobistego.', 5, '2026-12-01 12:13:56.254307+00', NULL, NULL, ''),
	(4, '249952cc-a7f3-4268-b706-2c69046c40ad', 9, 2, 'counter', '2026-11-22', '2026-11-22', 'core', '[]', '[]', 'Zapytaj o wymianę dowodu osobistego.', 5, '2026-12-01 12:13:56.323949+00', NULL, NULL, ''),
	(5, '1bf62f14-e63d-4efc-bb52-1a0c7daa9390', 15, 3, 'counter', '2026-11-30', '2026-12-08', 'core', '[]', '[]', 'Zapytaj o wymianę dowodu osobistego.', 14, '2026-12-01 12:13:56.911445+00', NULL, NULL, ''),
	(6, '7e5c9f02-dd39-4d90-a3ba-9c29bf5f471b', 15, 3, 'counter', '2026-11-30', '2026-12-08', 'core', '[]', '[]', 'Zapytaj o wymianę dowodu osobistego.', 14, '2026-12-01 12:13:56.932186+00', NULL, NULL, ''),
	(7, 'bed455c7-512b-4cc2-a44c-ac518576e5e4', 15, 3, 'counter', '2026-11-30', '2026-12-08', 'core', '[]', '[]', 'Zapytaj o wymianę dowodu osobistego.', 14, '2026-12-01 12:13:56.986469+00', NULL, NULL, ''),
	(8, 'b0665c0a-e7cf-4256-89af-f5c10a3651a7', 15, 3, 'counter', '2026-11-22', '2026-11-22', 'core', '[]', '[]', 'Zapytaj o wymianę dowodu osobistego.', 14, '2026-12-01 12:13:57.050269+00', NULL, NULL, '');


--
-- Data for Name: audits_audit; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_audit VALUES
	(1, '46836864-977d-4519-b202-5da83e0e7a7f', 1000001, 'mystery', 'counter', 'everything', 2, 1, 'stanowisko-wewnetrzne', NULL, '', 3, '2026-12-01 11:13:55.526757+00', 6, '', '2026-12-01 12:13:55.526784+00', 'draft', 0, 0, '2026-12-01 12:13:55.526784+00', NULL, NULL, NULL, NULL, NULL, NULL),
	(2, '208f3d0f-1c53-4fd0-97c0-6400c7e38f9c', 1000001, 'mystery', 'counter', 'core', 2, 1, 'stanowisko-wewnetrzne', NULL, '', 3, '2026-12-01 11:13:55.573873+00', 6, '', '2026-12-01 12:13:55.573904+00', 'submitted', 0, 0, '2026-12-01 12:13:55.573904+00', '2026-12-01 12:13:55.612675+00', NULL, NULL, 'KA/2026/000002', NULL, NULL),
	(3, '261c19ef-4c58-48b4-873d-0ec21a095e0c', 1000001, 'mystery', 'counter', 'core', 2, 1, 'stanowisko-wewnetrzne', NULL, '', 3, '2026-12-01 11:13:55.615696+00', 6, '', '2026-12-01 12:13:55.615717+00', 'submitted', 0, 0, '2026-12-01 12:13:55.615717+00', '2026-12-01 12:13:55.656131+00', NULL, NULL, 'KA/2026/000003', NULL, NULL),
	(4, '20c972ea-cb2e-4ad1-aae0-5ee532696d45', 1000001, 'mystery', 'counter', 'core', 2, 1, 'stanowisko-wewnetrzne', NULL, '', 3, '2026-12-01 11:13:55.669352+00', 6, '', '2026-12-01 12:13:55.669383+00', 'submitted', 0, 0, '2026-12-01 12:13:55.669383+00', '2026-12-01 12:13:55.7095+00', NULL, NULL, 'KA/2026/000004', NULL, NULL),
	(5, '80336988-728a-47de-b7fa-d71fbbc3d973', 1000001, 'mystery', 'counter', 'core', 2, 1, 'stanowisko-wewnetrzne', NULL, '', 3, '2026-12-01 11:13:55.669352+00', 6, '', '2026-12-01 12:13:55.669383+00', 'proposed', 0, 0, '2026-12-01 12:13:55.712052+00', '2026-12-01 12:13:55.757224+00', NULL, NULL, 'KA/2026/000005', NULL, 4),
	(6, '1421ce05-6fd0-44b3-b145-4f10f2084ecd', 1000001, 'mystery', 'counter', 'core', 2, 1, 'stanowisko-wewnetrzne', NULL, '', 3, '2026-12-01 11:13:55.75948+00', 6, '', '2026-12-01 12:13:55.759504+00', 'submitted', 0, 0, '2026-12-01 12:13:55.759504+00', '2026-12-01 12:13:55.792991+00', NULL, NULL, 'KA/2026/000006', NULL, NULL),
	(7, '287678dd-8df7-41d1-b7ff-c4928948f3cd', 1000001, 'mystery', 'counter', 'core', 2, 1, 'stanowisko-wewnetrzne', NULL, '', 3, '2026-12-01 11:13:55.75948+00', 6, '', '2026-12-01 12:13:55.759504+00', 'draft', 0, 0, '2026-12-01 12:13:55.795273+00', NULL, NULL, NULL, NULL, NULL, 6),
	(8, '388620fb-2a21-4885-add9-cd4aafa68846', 1000001, 'mystery', 'counter', 'core', 2, 1, 'stanowisko-wewnetrzne', NULL, '', 3, '2026-12-01 11:13:55.826314+00', 6, '', '2026-12-01 12:13:55.826337+00', 'submitted', 0, 0, '2026-12-01 12:13:55.826337+00', '2026-12-01 12:13:55.859845+00', NULL, NULL, 'KA/2026/000008', NULL, NULL),
	(9, 'a2f199fb-10a8-4596-97a7-586f3c80132f', 1000001, 'mystery', 'counter', 'core', 2, 1, 'stanowisko-wewnetrzne', NULL, '', 3, '2026-12-01 11:13:55.826314+00', 6, '', '2026-12-01 12:13:55.826337+00', 'draft', 0, 0, '2026-12-01 12:13:55.862403+00', NULL, NULL, NULL, NULL, NULL, 8),
	(10, 'd93c67fc-4e5d-4afc-9225-803139a43fc7', 1000001, 'mystery', 'counter', 'core', 2, 1, 'okienko-wewnetrzne', NULL, '', 3, '2026-12-01 11:13:55.921495+00', 6, '', '2026-12-01 12:13:55.92152+00', 'submitted', 0, 0, '2026-12-01 12:13:55.92152+00', '2026-12-01 12:13:55.967465+00', NULL, NULL, 'KA/2026/000010', NULL, NULL),
	(11, '340397b3-802d-4c42-9711-b3b9e3034f7d', 1000001, 'mystery', 'counter', 'core', 2, NULL, '', 2, 'okienko na końcu sali', 9, '2026-12-01 11:13:56.220139+00', 6, 'Zapytaj o wymianę dowodu osobistego.', '2026-12-01 12:13:56.220204+00', 'draft', 0, 0, '2026-12-01 12:13:56.220204+00', NULL, NULL, NULL, NULL, NULL, NULL),
	(13, 'a0aca97a-700f-4878-9be7-7c826f551a29', 1000001, 'mystery', 'counter', 'core', 2, NULL, '', 4, 'stanowisko-wewnetrzne', 9, '2026-12-01 11:13:56.34571+00', 6, 'Zapytaj o wymianę dowodu osobistego.', '2026-12-01 12:13:56.345768+00', 'draft', 0, 0, '2026-12-01 12:13:56.345768+00', NULL, NULL, NULL, NULL, NULL, NULL),
	(14, '3a3f9a2b-e3cb-4222-815b-b85e32d2ed4b', 1000001, 'mystery', 'counter', 'everything', 3, 2, 'stanowisko-zewnetrzne', NULL, '', 13, '2026-12-01 11:13:56.384854+00', 6, '', '2026-12-01 12:13:56.384885+00', 'draft', 0, 0, '2026-12-01 12:13:56.384885+00', NULL, NULL, NULL, NULL, NULL, NULL),
	(15, '5d7a9195-3a06-4bd0-af0c-e5f80c68f8b4', 1000001, 'mystery', 'counter', 'core', 3, 2, 'stanowisko-zewnetrzne', NULL, '', 13, '2026-12-01 11:13:56.419493+00', 6, '', '2026-12-01 12:13:56.419527+00', 'submitted', 0, 0, '2026-12-01 12:13:56.419527+00', '2026-12-01 12:13:56.460069+00', NULL, NULL, 'KA/2026/000015', NULL, NULL),
	(16, '9dce280c-8dca-4821-ba9a-560ee9d7072c', 1000001, 'mystery', 'counter', 'core', 3, 2, 'stanowisko-zewnetrzne', NULL, '', 13, '2026-12-01 11:13:56.462737+00', 6, '', '2026-12-01 12:13:56.462761+00', 'submitted', 0, 0, '2026-12-01 12:13:56.462761+00', '2026-12-01 12:13:56.501523+00', NULL, NULL, 'KA/2026/000016', NULL, NULL),
	(17, '192dcdfb-a018-4997-9b83-bfab90d37cb1', 1000001, 'mystery', 'counter', 'core', 3, 2, 'stanowisko-zewnetrzne', NULL, '', 13, '2026-12-01 11:13:56.513743+00', 6, '', '2026-12-01 12:13:56.513767+00', 'submitted', 0, 0, '2026-12-01 12:13:56.513767+00', '2026-12-01 12:13:56.550229+00', NULL, NULL, 'KA/2026/000017', NULL, NULL),
	(18, '08c32c0c-227a-42cb-98ad-fea85ed5c1d5', 1000001, 'mystery', 'counter', 'core', 3, 2, 'stanowisko-zewnetrzne', NULL, '', 13, '2026-12-01 11:13:56.513743+00', 6, '', '2026-12-01 12:13:56.513767+00', 'proposed', 0, 0, '2026-12-01 12:13:56.553238+00', '2026-12-01 12:13:56.600192+00', NULL, NULL, 'KA/2026/000018', NULL, 17),
	(19, 'ef38c15c-7327-4c96-8220-9e2323cf69db', 1000001, 'mystery', 'counter', 'core', 3, 2, 'stanowisko-zewnetrzne', NULL, '', 13, '2026-12-01 11:13:56.602864+00', 6, '', '2026-12-01 12:13:56.602891+00', 'submitted', 0, 0, '2026-12-01 12:13:56.602891+00', '2026-12-01 12:13:56.639978+00', NULL, NULL, 'KA/2026/000019', NULL, NULL),
	(20, '0d6a1762-850b-42a3-b3ab-79165b7749c8', 1000001, 'mystery', 'counter', 'core', 3, 2, 'stanowisko-zewnetrzne', NULL, '', 13, '2026-12-01 11:13:56.602864+00', 6, '', '2026-12-01 12:13:56.602891+00', 'draft', 0, 0, '2026-12-01 12:13:56.642798+00', NULL, NULL, NULL, NULL, NULL, 19),
	(21, 'fbc02226-4a2b-4685-b37c-893fe3501abd', 1000001, 'mystery', 'counter', 'core', 3, 2, 'stanowisko-zewnetrzne', NULL, '', 13, '2026-12-01 11:13:56.678656+00', 6, '', '2026-12-01 12:13:56.678682+00', 'submitted', 0, 0, '2026-12-01 12:13:56.678682+00', '2026-12-01 12:13:56.718002+00', NULL, NULL, 'KA/2026/000021', NULL, NULL),
	(22, '03de80da-69d8-4bdb-b324-5d4e1ec19893', 1000001, 'mystery', 'counter', 'core', 3, 2, 'stanowisko-zewnetrzne', NULL, '', 13, '2026-12-01 11:13:56.678656+00', 6, '', '2026-12-01 12:13:56.678682+00', 'draft', 0, 0, '2026-12-01 12:13:56.720915+00', NULL, NULL, NULL, NULL, NULL, 21),
	(23, 'c7a9738a-f444-4d90-b44b-e01259eb0fd1', 1000001, 'mystery', 'counter', 'core', 3, 2, 'okienko-zewnetrzne', NULL, '', 13, '2026-12-01 11:13:56.778486+00', 6, '', '2026-12-01 12:13:56.778535+00', 'submitted', 0, 0, '2026-12-01 12:13:56.778535+00', '2026-12-01 12:13:56.817251+00', NULL, NULL, 'KA/2026/000023', NULL, NULL),
	(24, '8f3aa9d7-cea9-41c6-a58d-13ed17c83e7d', 1000001, 'mystery', 'counter', 'core', 3, NULL, '', 6, 'okienko na końcu sali', 15, '2026-12-01 11:13:56.951487+00', 6, 'Zapytaj o wymianę dowodu osobistego.', '2026-12-01 12:13:56.951548+00', 'draft', 0, 0, '2026-12-01 12:13:56.951548+00', NULL, NULL, NULL, NULL, NULL, NULL),
	(25, '6d3322e4-858f-4b4b-a1b8-c99ddb06182d', 1000001, 'mystery', 'counter', 'core', 3, NULL, '', 7, 'stanowisko-zewnetrzne', 15, '2026-12-01 11:13:57.005667+00', 6, 'Zapytaj o wymianę dowodu osobistego.', '2026-12-01 12:13:57.005719+00', 'submitted', 0, 0, '2026-12-01 12:13:57.005719+00', '2026-12-01 12:13:57.047622+00', NULL, NULL, 'KA/2026/000025', NULL, NULL),
	(26, 'd30d9e10-a513-4f90-b2e9-578680cf26c3', 1000001, 'mystery', 'counter', 'core', 3, NULL, '', 8, 'stanowisko-zewnetrzne', 15, '2026-12-01 11:13:57.070674+00', 6, 'Zapytaj o wymianę dowodu osobistego.', '2026-12-01 12:13:57.070725+00', 'draft', 0, 0, '2026-12-01 12:13:57.070725+00', NULL, NULL, NULL, NULL, NULL, NULL),
	(27, 'fd52b5d3-824f-428e-89c6-f1b8c90cd78d', 1000001, 'mystery', 'counter', 'everything', 4, 11, '', NULL, '', 28, '2026-07-01 22:00:00+00', NULL, '', '2026-07-01 22:00:00+00', 'submitted', 0, 0, '2026-07-01 22:20:00+00', '2026-07-01 22:40:00+00', NULL, NULL, 'T/000001', NULL, NULL),
	(28, 'e0739321-6b78-4509-9c66-f151532d1807', 1000001, 'mystery', 'counter', 'everything', 4, 12, '', NULL, '', 28, '2026-07-02 22:00:00+00', NULL, '', '2026-07-02 22:00:00+00', 'submitted', 0, 0, '2026-07-02 22:20:00+00', '2026-07-02 22:40:00+00', NULL, NULL, 'T/000002', NULL, NULL),
	(29, '964de3e2-2d7a-4960-877a-0cab0c147c3e', 1000001, 'mystery', 'counter', 'everything', 4, 13, '', NULL, '', 28, '2026-07-03 22:00:00+00', NULL, '', '2026-07-03 22:00:00+00', 'submitted', 0, 0, '2026-07-03 22:20:00+00', '2026-07-03 22:40:00+00', NULL, NULL, 'T/000003', NULL, NULL),
	(30, '61a541fe-f2d7-4e81-83a3-8ca5fc44afd1', 1000001, 'mystery', 'counter', 'everything', 4, 14, '', NULL, '', 28, '2026-07-04 22:00:00+00', NULL, '', '2026-07-04 22:00:00+00', 'submitted', 0, 0, '2026-07-04 22:20:00+00', '2026-07-04 22:40:00+00', NULL, NULL, 'T/000004', NULL, NULL),
	(31, '056a5ef7-47eb-43e7-9b03-4a3981e313ed', 1000001, 'mystery', 'counter', 'everything', 4, 15, '', NULL, '', 28, '2026-07-05 22:00:00+00', NULL, '', '2026-07-05 22:00:00+00', 'submitted', 0, 0, '2026-07-05 22:20:00+00', '2026-07-05 22:40:00+00', NULL, NULL, 'T/000005', NULL, NULL),
	(32, '8e500a49-e30a-4c77-95d7-582c63d5d1b9', 1000001, 'mystery', 'counter', 'everything', 4, 16, '', NULL, '', 28, '2026-07-06 22:00:00+00', NULL, '', '2026-07-06 22:00:00+00', 'submitted', 0, 0, '2026-07-06 22:20:00+00', '2026-07-06 22:40:00+00', NULL, NULL, 'T/000006', NULL, NULL),
	(33, 'f2e97e36-4ceb-4fa7-a2b5-f4eee5c6d059', 1000001, 'mystery', 'counter', 'everything', 5, 23, '', NULL, '', 28, '2026-07-01 22:00:00+00', NULL, '', '2026-07-01 22:00:00+00', 'submitted', 0, 0, '2026-07-01 22:20:00+00', '2026-07-01 22:40:00+00', NULL, NULL, 'T/000007', NULL, NULL),
	(34, 'c860d4d4-bf11-4a21-a861-93056197b545', 1000001, 'mystery', 'counter', 'everything', 5, 24, '', NULL, '', 28, '2026-07-02 22:00:00+00', NULL, '', '2026-07-02 22:00:00+00', 'submitted', 0, 0, '2026-07-02 22:20:00+00', '2026-07-02 22:40:00+00', NULL, NULL, 'T/000008', NULL, NULL),
	(35, '3e5073b9-9a65-425d-b166-7b14918d971c', 1000001, 'mystery', 'counter', 'everything', 4, 17, '', NULL, '', 28, '2026-07-01 22:00:00+00', NULL, '', '2026-07-01 22:00:00+00', 'submitted', 0, 0, '2026-07-01 22:20:00+00', '2026-07-01 22:40:00+00', NULL, NULL, 'T/000009', NULL, NULL),
	(36, '63725326-5652-4c63-a643-5fc33490e561', 1000001, 'mystery', 'counter', 'everything', 4, 18, '', NULL, '', 28, '2026-07-02 22:00:00+00', NULL, '', '2026-07-02 22:00:00+00', 'submitted', 0, 0, '2026-07-02 22:20:00+00', '2026-07-02 22:40:00+00', NULL, NULL, 'T/000010', NULL, NULL),
	(37, 'fefe8808-4f8a-43d8-ac5f-283ffd95fad9', 1000001, 'mystery', 'counter', 'everything', 4, 19, '', NULL, '', 28, '2026-07-03 22:00:00+00', NULL, '', '2026-07-03 22:00:00+00', 'submitted', 0, 0, '2026-07-03 22:20:00+00', '2026-07-03 22:40:00+00', NULL, NULL, 'T/000011', NULL, NULL),
	(38, '4878cce7-d456-4f5a-95ec-d91cdc112a27', 1000001, 'mystery', 'counter', 'everything', 4, 20, '', NULL, '', 28, '2026-07-04 22:00:00+00', NULL, '', '2026-07-04 22:00:00+00', 'submitted', 0, 0, '2026-07-04 22:20:00+00', '2026-07-04 22:40:00+00', NULL, NULL, 'T/000012', NULL, NULL),
	(39, 'b18824ac-5e34-4443-915d-d80b81554595', 1000001, 'mystery', 'counter', 'everything', 4, 21, '', NULL, '', 28, '2026-07-05 22:00:00+00', NULL, '', '2026-07-05 22:00:00+00', 'submitted', 0, 0, '2026-07-05 22:20:00+00', '2026-07-05 22:40:00+00', NULL, NULL, 'T/000013', NULL, NULL),
	(40, '177f87fb-bf9b-4bbf-a610-6a167ff1162f', 1000001, 'mystery', 'counter', 'everything', 4, 22, '', NULL, '', 28, '2026-07-06 22:00:00+00', NULL, '', '2026-07-06 22:00:00+00', 'submitted', 0, 0, '2026-07-06 22:20:00+00', '2026-07-06 22:40:00+00', NULL, NULL, 'T/000014', NULL, NULL),
	(12, '4cc5adef-3d59-4978-a859-ec421125c63d', 1000001, 'mystery', 'counter', 'core', 2, 1, '', 3, 'stanowisko-wewnetrzne', 9, '2026-12-01 11:13:56.279094+00', 6, 'Zapytaj o wymianę dowodu osobistego.', '2026-12-01 12:13:56.279176+00', 'submitted', 0, 0, '2026-12-01 12:13:56.279176+00', '2026-12-01 12:13:56.321063+00', NULL, NULL, 'KA/2026/000012', NULL, NULL);


--
-- Data for Name: audits_block; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_block VALUES
	(1, 2, 1000001, 'counter', '[4]');


--
-- Data for Name: audits_blocksums; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_blocksums VALUES
	(1, 1, 0, 6, '{"rows": [[1000001, 2, 2, 2, 0, 0, 0, 0, 0, 0], [1000002, 2, 2, 2, 0, 0, 0, 6, 0, 0], [1000003, 2, 2, 2, 0, 0, 0, 6, 0, 0], [1000004, 2, 2, 2, 0, 0, 0, 6, 0, 0], [1000006, 2, 2, 2, 0, 0, 0, 6, 0, 0], [1000007, 2, 2, 2, 0, 0, 0, 0, 0, 6], [1000008, 2, 2, 2, 0, 0, 0, 0, 0, 0], [1000009, 2, 2, 2, 0, 0, 0, 0, 0, 0], [1000010, 2, 2, 2, 0, 0, 0, 0, 0, 0], [1000011, 2, 2, 2, 0, 0, 0, 0, 0, 0], [1000012, 2, 2, 2, 0, 0, 0, 0, 0, 0], [1000013, 2, 2, 2, 0, 0, 0, 0, 0, 0], [1000025, 2, 2, 2, 0, 0, 0, 0, 0, 6], [1000026, 2, 2, 2, 0, 0, 0, 0, 0, 6], [1000027, 2, 2, 2, 0, 0, 0, 0, 0, 0]], "areas": [[1000001, 10, 10, 10, 0, 0, 0, 6, 30, 30, 150, 150, 250, 30], [1000002, 14, 14, 14, 0, 0, 0, 6, 42, 42, 294, 294, 490, 42], [1000005, 6, 6, 6, 0, 0, 0, 6, 18, 18, 54, 54, 90, 18]], "facts": {"audits": 6, "waiting": [], "auditors": [28], "from_memory": 0, "opened_late": 0, "nobody_named": 0}, "total": [30, 30, 30, 0, 0, 0, 6, 90, 90, 1350, 1350, 2250, 90], "breaches": [], "standards": [[1000001, 10, 10, 10, 0, 0, 0, 6, 30, 30, 150, 150, 250, 30], [1000002, 14, 14, 14, 0, 0, 0, 6, 42, 42, 294, 294, 490, 42], [1000004, 6, 6, 6, 0, 0, 0, 6, 18, 18, 54, 54, 90, 18]]}', '{"lines": [[1000001, 1, "overall appearance", false, false, false], [1000002, 1, "", true, false, false], [1000003, 1, "", true, false, false], [1000004, 1, "", true, false, false], [1000006, 1, "", true, false, false], [1000007, 1, "", false, false, true], [1000008, 1, "", false, false, false], [1000009, 1, "", false, false, false], [1000010, 1, "", false, false, false], [1000011, 1, "", false, false, false], [1000012, 1, "", false, false, false], [1000013, 1, "understood", false, false, false], [1000025, 1, "", false, false, true], [1000026, 1, "", false, false, true], [1000027, 1, "", false, false, false]], "filled": ["mmmmmmmmmmmmmmm", "mmmmmmmmmmmmmmm", "nnnnnnnnnnnnnnn", "nnnnnnnnnnnnnnn", "ppppppppppppppp", "ppppppppppppppp"]}'),
	(2, 1, 1, 12, '{"rows": [[1000001, 4, 4, 4, 0, 0, 0, 0, 0, 0], [1000002, 4, 4, 4, 0, 0, 0, 12, 0, 0], [1000003, 4, 4, 4, 0, 0, 0, 12, 0, 0], [1000004, 4, 4, 4, 0, 0, 0, 12, 0, 0], [1000006, 4, 4, 4, 0, 0, 0, 12, 0, 0], [1000007, 4, 4, 4, 0, 0, 0, 0, 0, 12], [1000008, 4, 4, 4, 0, 0, 0, 0, 0, 0], [1000009, 4, 4, 4, 0, 0, 0, 0, 0, 0], [1000010, 4, 4, 4, 0, 0, 0, 0, 0, 0], [1000011, 4, 4, 4, 0, 0, 0, 0, 0, 0], [1000012, 4, 4, 4, 0, 0, 0, 0, 0, 0], [1000013, 4, 4, 4, 0, 0, 0, 0, 0, 0], [1000025, 4, 4, 4, 0, 0, 0, 0, 0, 12], [1000026, 4, 4, 4, 0, 0, 0, 0, 0, 12], [1000027, 4, 4, 4, 0, 0, 0, 0, 0, 0]], "areas": [[1000001, 20, 20, 20, 0, 0, 0, 12, 60, 60, 300, 300, 500, 60], [1000002, 28, 28, 28, 0, 0, 0, 12, 84, 84, 588, 588, 980, 84], [1000005, 12, 12, 12, 0, 0, 0, 12, 36, 36, 108, 108, 180, 36]], "facts": {"audits": 12, "waiting": [], "auditors": [28], "from_memory": 0, "opened_late": 0, "nobody_named": 0}, "total": [60, 60, 60, 0, 0, 0, 12, 180, 180, 2700, 2700, 4500, 180], "breaches": [], "standards": [[1000001, 20, 20, 20, 0, 0, 0, 12, 60, 60, 300, 300, 500, 60], [1000002, 28, 28, 28, 0, 0, 0, 12, 84, 84, 588, 588, 980, 84], [1000004, 12, 12, 12, 0, 0, 0, 12, 36, 36, 108, 108, 180, 36]]}', '{"lines": [[1000001, 1, "overall appearance", false, false, false], [1000002, 1, "", true, false, false], [1000003, 1, "", true, false, false], [1000004, 1, "", true, false, false], [1000006, 1, "", true, false, false], [1000007, 1, "", false, false, true], [1000008, 1, "", false, false, false], [1000009, 1, "", false, false, false], [1000010, 1, "", false, false, false], [1000011, 1, "", false, false, false], [1000012, 1, "", false, false, false], [1000013, 1, "understood", false, false, false], [1000025, 1, "", false, false, true], [1000026, 1, "", false, false, true], [1000027, 1, "", false, false, false]], "filled": ["mmmmmmmmmmmmmmm", "mmmmmmmmmmmmmmm", "mmmmmmmmmmmmmmm", "mmmmmmmmmmmmmmm", "nnnnnnnnnnnnnnn", "nnnnnnnnnnnnnnn", "nnnnnnnnnnnnnnn", "nnnnnnnnnnnnnnn", "ppppppppppppppp", "ppppppppppppppp", "ppppppppppppppp", "ppppppppppppppp"]}');


--
-- Data for Name: audits_blockversion; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_blockversion VALUES
	(1, 1, 0, 27),
	(2, 1, 0, 28),
	(3, 1, 0, 29),
	(4, 1, 0, 30),
	(5, 1, 0, 31),
	(6, 1, 0, 32),
	(7, 1, 1, 35),
	(8, 1, 1, 36),
	(9, 1, 1, 37),
	(10, 1, 1, 38),
	(11, 1, 1, 39),
	(12, 1, 1, 40);


--
-- Data for Name: audits_closing; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_closing VALUES
	(1, '8a7feea7-8081-4496-8597-c3adf3e46445', 'mystery', '2020-01-01', '2020-03-31', 5, '2026-12-01 12:13:57.14323+00', '[]'),
	(2, '5217781f-2b50-4df6-84c6-7bd38c84f447', 'mystery', '2026-07-01', '2026-09-30', 27, '2026-12-01 12:13:57.641921+00', '[[1, null], [2, 1], [3, 1], [4, 1], [5, 1]]');


--
-- Data for Name: audits_correction; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_correction VALUES
	(1, 5, 'Pomylone pytanie.', 3, '2026-12-01 12:13:55.712052+00', NULL, NULL, NULL),
	(2, 7, 'Pomylone pytanie.', 5, '2026-12-01 12:13:55.795273+00', NULL, NULL, NULL),
	(3, 9, 'Pomylone pytanie.', 3, '2026-12-01 12:13:55.862403+00', NULL, NULL, NULL),
	(4, 18, 'Pomylone pytanie.', 13, '2026-12-01 12:13:56.553238+00', NULL, NULL, NULL),
	(5, 20, 'Pomylone pytanie.', 14, '2026-12-01 12:13:56.642798+00', NULL, NULL, NULL),
	(6, 22, 'Pomylone pytanie.', 13, '2026-12-01 12:13:56.720915+00', NULL, NULL, NULL);


--
-- Data for Name: audits_datarequest; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_datarequest VALUES
	(1, '1c27e392-2324-46b9-84e5-b9bcd60cddac', 'access', 5, 2, 'pismo-wewnetrzne: proszę o dostęp.', '2026-12-01', '2027-01-01', 5, '2026-12-01 12:13:55.980119+00', NULL, '', '', '', NULL, NULL),
	(2, '4a8cd72c-6c0d-4716-bf56-9f398e4ae6a1', 'access', 5, 2, 'pismo-wewnetrzne: proszę o kopię.', '2026-12-01', '2027-01-01', 5, '2026-12-01 12:13:55.998408+00', NULL, '', 'granted', 'Nic o Pani nie przechowujemy.', 5, '2026-12-01 12:13:56.015265+00'),
	(3, '3d3c2537-eced-4bb2-811c-548c466a2ab2', 'access', 9, 3, 'pismo-zewnetrzne: proszę o dostęp.', '2026-12-01', '2027-01-01', 14, '2026-12-01 12:13:56.829424+00', NULL, '', '', '', NULL, NULL),
	(4, '2917c0f8-6db7-4148-9859-055e98124e1b', 'access', 9, 3, 'pismo-zewnetrzne: proszę o kopię.', '2026-12-01', '2027-01-01', 14, '2026-12-01 12:13:56.842817+00', NULL, '', 'granted', 'Nic o Pani nie przechowujemy.', 14, '2026-12-01 12:13:56.856891+00');


--
-- Data for Name: audits_department; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_department VALUES
	(1, '28b8e8cb-4df7-4e85-9d00-75ca158a40d0', 'UPR', 'Urząd Próbny', NULL, NULL, NULL, '676372414500616360425771'),
	(2, '47a84e8e-f830-4640-8f9e-c56c9b1eb271', 'UPR-W', 'Wydział Wewnętrzny', 1, NULL, NULL, '697145725140550069466957476663725771'),
	(3, '7e25d884-f6ba-4024-9927-cd4863c7a472', 'UPR-Z', 'Wydział Zewnętrzny', 1, NULL, NULL, '697145725140550072466957476663725771'),
	(4, '673c2dfe-c602-4d3e-a95e-27ceb0b399ec', 'UPR-C', 'Centrum Mieszkańca', 1, NULL, NULL, '434657666367560056514664725340584340'),
	(5, '25b7ad21-5fd7-4f70-ad09-cbc582ef3d32', 'UPR-2', 'Referat 2', 4, NULL, NULL, '634648466340660022');


--
-- Data for Name: audits_departmentname; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_departmentname VALUES
	(1, 1, '2020-01-01', 'UPR', 'Urząd Próbny'),
	(2, 2, '2020-01-01', 'UPR-W', 'Wydział Wewnętrzny'),
	(3, 3, '2020-01-01', 'UPR-Z', 'Wydział Zewnętrzny'),
	(4, 4, '2020-01-01', 'UPR-1', 'Referat 1'),
	(5, 5, '2020-01-01', 'UPR-2', 'Referat 2'),
	(6, 4, '2026-12-01', 'UPR-C', 'Centrum Mieszkańca');


--
-- Data for Name: audits_departure; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: audits_draftdevice; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_draftdevice VALUES
	(1, 1, '46836864-977d-4519-b202-5da83e0e7a7f', 1, '2026-12-01 12:13:57.866931+00', '', '{}', '{}');


--
-- Data for Name: audits_employee; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_employee VALUES
	(1, 'e08f907a-e9b4-4f71-b4a6-ab1ba3cc25d6', 'P00000', 'Bożena', 'Ząbek-Wewnętrzna', 2, true, NULL, 'zabek wewnetrzna bozena', '7241424653106946695747666372574000425974465740'),
	(2, 'f3da5277-a388-4785-b409-c6ab56cdee32', 'P00001', 'Bożena', 'Ząbek-Zewnętrzna', NULL, true, NULL, 'zabek zewnetrzna bozena', '7241424653107246695747666372574000425974465740'),
	(3, '74eee34c-5604-440a-90f7-e83e8c49c032', 'P00002', 'Bożena', 'Ząbek-Niezawiadomiona', NULL, true, NULL, 'zabek niezawiadomiona bozena', '72414246531057514672406951404559565159574000425974465740'),
	(4, '3741189a-65e3-40d0-a49c-ac1318df5771', 'P00003', 'Bożena', 'Niezatrudniona-wewnetrzne', NULL, true, NULL, 'niezatrudniona wewnetrzne bozena', '5751467240666367455751595740106946695746666372574600425974465740'),
	(5, '7e46a6db-036a-4faf-b781-20ee105bd2fd', 'P00004', 'Bożena', 'Prosząca-wewnetrzne', NULL, true, NULL, 'proszaca wewnetrzne bozena', '6163596472414340106946695746666372574600425974465740'),
	(6, 'bc930e47-1120-45bd-8f4b-e4ba58d3060c', 'P00005', 'Bożena', 'Łącka5', 19, true, NULL, 'lacka5 bozena', '55414353402500425974465740'),
	(7, 'c1206752-0849-4a48-bd07-a09ffa750ae2', 'P00006', 'Bożena', 'Ząbek-Niezawiadomiona', NULL, true, NULL, 'zabek niezawiadomiona bozena', '72414246531057514672406951404559565159574000425974465740'),
	(8, '3e07ae20-04af-4823-a1f4-f44d7528e4cd', 'P00007', 'Bożena', 'Niezatrudniona-zewnetrzne', NULL, true, NULL, 'niezatrudniona zewnetrzne bozena', '5751467240666367455751595740107246695746666372574600425974465740'),
	(9, '39de8b0d-8f06-4194-9f25-6c9663a494e6', 'P00008', 'Bożena', 'Prosząca-zewnetrzne', NULL, true, NULL, 'proszaca zewnetrzne bozena', '6163596472414340107246695746666372574600425974465740'),
	(10, '1ac9e564-dc6f-4fcf-90ef-c7e98c8a0c69', 'P00009', 'Bożena', 'Łącka9', 23, true, NULL, 'lacka9 bozena', '55414353402900425974465740'),
	(11, 'd90b7e72-b0ff-40f0-b9ed-8050439a4671', 'P00010', 'Bożena', 'Łącka10', NULL, true, NULL, 'lacka10 bozena', '5541435340212000425974465740'),
	(12, '4018c11e-ba1a-460c-8ca7-93b545bfdffa', 'P00011', 'Bożena', 'Łącka11', NULL, true, NULL, 'lacka11 bozena', '5541435340212100425974465740'),
	(13, 'f412d764-4ade-4509-9561-c42c459ceb8c', 'P00012', 'Bożena', 'Łącka12', NULL, true, NULL, 'lacka12 bozena', '5541435340212200425974465740'),
	(14, '6d35917d-656b-4a5c-90d1-e9ab00f6adec', 'P00013', 'Bożena', 'Łącka13', NULL, true, NULL, 'lacka13 bozena', '5541435340212300425974465740'),
	(15, '4587218a-55c6-4fd2-a20a-54c4e9b86c6f', 'P00014', 'Bożena', 'Łącka14', NULL, true, NULL, 'lacka14 bozena', '5541435340212400425974465740'),
	(16, 'c742de63-0c30-4ece-8547-8dcf20adb8b1', 'P00015', 'Bożena', 'Łącka15', NULL, true, NULL, 'lacka15 bozena', '5541435340212500425974465740'),
	(17, '334dad7b-112b-4117-bb84-c63cd684f63c', 'P00016', 'Bożena', 'Łącka16', NULL, true, NULL, 'lacka16 bozena', '5541435340212600425974465740'),
	(18, '1c5ec917-a108-4a19-93b3-e4a64854ac12', 'P00017', 'Bożena', 'Łącka17', NULL, true, NULL, 'lacka17 bozena', '5541435340212700425974465740'),
	(19, '02b57d25-ebfd-40c5-9320-99d0ab0395fe', 'P00018', 'Bożena', 'Łącka18', NULL, true, NULL, 'lacka18 bozena', '5541435340212800425974465740'),
	(20, '220d3a8a-a7c1-4c80-866d-c2a0a3687e59', 'P00019', 'Bożena', 'Łącka19', NULL, true, NULL, 'lacka19 bozena', '5541435340212900425974465740'),
	(21, '0531249e-d50b-484f-b6c4-3e3507c0fba3', 'P00020', 'Bożena', 'Łącka20', NULL, true, NULL, 'lacka20 bozena', '5541435340222000425974465740'),
	(22, '582c9595-8db3-416a-bd76-7599180868a6', 'P00021', 'Bożena', 'Łącka21', NULL, true, NULL, 'lacka21 bozena', '5541435340222100425974465740'),
	(23, '5059fb64-fb61-4956-81be-6e998b3b156a', 'P00022', 'Bożena', 'Łącka22', NULL, true, NULL, 'lacka22 bozena', '5541435340222200425974465740'),
	(24, 'a1d417d3-5a9a-48b8-abd1-128092603c28', 'P00023', 'Bożena', 'Łącka23', NULL, true, NULL, 'lacka23 bozena', '5541435340222300425974465740');


--
-- Data for Name: audits_employment; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_employment VALUES
	(1, 1, 2, 'inspektor', '2020-01-01', NULL, true),
	(2, 2, 3, 'inspektor', '2020-01-01', NULL, true),
	(3, 3, 2, 'inspektor', '2020-01-01', NULL, true),
	(4, 5, 2, 'inspektor', '2020-01-01', NULL, true),
	(5, 6, 2, 'inspektor', '2020-01-01', NULL, true),
	(6, 7, 3, 'inspektor', '2020-01-01', NULL, true),
	(7, 9, 3, 'inspektor', '2020-01-01', NULL, true),
	(8, 10, 3, 'inspektor', '2020-01-01', NULL, true),
	(9, 11, 4, 'inspektor', '2020-01-01', NULL, true),
	(10, 12, 4, 'inspektor', '2020-01-01', NULL, true),
	(11, 13, 4, 'inspektor', '2020-01-01', NULL, true),
	(12, 14, 4, 'inspektor', '2020-01-01', NULL, true),
	(13, 15, 4, 'inspektor', '2020-01-01', NULL, true),
	(14, 16, 4, 'inspektor', '2020-01-01', NULL, true),
	(15, 17, 4, 'inspektor', '2020-01-01', NULL, true),
	(16, 18, 4, 'inspektor', '2020-01-01', NULL, true),
	(17, 19, 4, 'inspektor', '2020-01-01', NULL, true),
	(18, 20, 4, 'inspektor', '2020-01-01', NULL, true),
	(19, 21, 4, 'inspektor', '2020-01-01', NULL, true),
	(20, 22, 4, 'inspektor', '2020-01-01', NULL, true),
	(21, 23, 5, 'inspektor', '2020-01-01', NULL, true),
	(22, 24, 5, 'inspektor', '2020-01-01', NULL, true);


--
-- Data for Name: audits_gate; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_gate VALUES
	(1, 1, 1000002, 'Czy obsługiwano osobę starszą lub z niepełnosprawnością?', 'osoba starsza lub z niepełnosprawnością', 0, NULL, false, 0),
	(2, 1, 1000003, 'Czy obsługa osoby starszej lub z niepełnosprawnością przy zwykłym stanowisku była niemożliwa?', 'obsługa przy stanowisku niemożliwa', 1, NULL, false, 0),
	(3, 1, 1000012, 'Czy potrzebny był formularz?', 'formularz', 2, NULL, false, 0),
	(4, 1, 1000013, 'Czy sprawa wymagała wniesienia opłaty?', 'opłata', 3, NULL, false, 0),
	(5, 14, 1000002, 'Czy obsługiwano osobę starszą lub z niepełnosprawnością?', 'osoba starsza lub z niepełnosprawnością', 0, NULL, false, 0),
	(6, 14, 1000003, 'Czy obsługa osoby starszej lub z niepełnosprawnością przy zwykłym stanowisku była niemożliwa?', 'obsługa przy stanowisku niemożliwa', 1, NULL, false, 0),
	(7, 14, 1000012, 'Czy potrzebny był formularz?', 'formularz', 2, NULL, false, 0),
	(8, 14, 1000013, 'Czy sprawa wymagała wniesienia opłaty?', 'opłata', 3, NULL, false, 0),
	(9, 27, 1000002, 'Czy obsługiwano osobę starszą lub z niepełnosprawnością?', 'osoba starsza lub z niepełnosprawnością', 2, true, false, 0),
	(10, 27, 1000003, 'Czy obsługa osoby starszej lub z niepełnosprawnością przy zwykłym stanowisku była niemożliwa?', 'obsługa przy stanowisku niemożliwa', 3, true, false, 0),
	(11, 27, 1000012, 'Czy potrzebny był formularz?', 'formularz', 12, true, false, 0),
	(12, 27, 1000013, 'Czy sprawa wymagała wniesienia opłaty?', 'opłata', 13, true, false, 0),
	(13, 28, 1000002, 'Czy obsługiwano osobę starszą lub z niepełnosprawnością?', 'osoba starsza lub z niepełnosprawnością', 2, true, false, 0),
	(14, 28, 1000003, 'Czy obsługa osoby starszej lub z niepełnosprawnością przy zwykłym stanowisku była niemożliwa?', 'obsługa przy stanowisku niemożliwa', 3, true, false, 0),
	(15, 28, 1000012, 'Czy potrzebny był formularz?', 'formularz', 12, true, false, 0),
	(16, 28, 1000013, 'Czy sprawa wymagała wniesienia opłaty?', 'opłata', 13, true, false, 0),
	(17, 29, 1000002, 'Czy obsługiwano osobę starszą lub z niepełnosprawnością?', 'osoba starsza lub z niepełnosprawnością', 2, true, false, 0),
	(18, 29, 1000003, 'Czy obsługa osoby starszej lub z niepełnosprawnością przy zwykłym stanowisku była niemożliwa?', 'obsługa przy stanowisku niemożliwa', 3, true, false, 0),
	(19, 29, 1000012, 'Czy potrzebny był formularz?', 'formularz', 12, true, false, 0),
	(20, 29, 1000013, 'Czy sprawa wymagała wniesienia opłaty?', 'opłata', 13, true, false, 0),
	(21, 30, 1000002, 'Czy obsługiwano osobę starszą lub z niepełnosprawnością?', 'osoba starsza lub z niepełnosprawnością', 2, true, false, 0),
	(22, 30, 1000003, 'Czy obsługa osoby starszej lub z niepełnosprawnością przy zwykłym stanowisku była niemożliwa?', 'obsługa przy stanowisku niemożliwa', 3, true, false, 0),
	(23, 30, 1000012, 'Czy potrzebny był formularz?', 'formularz', 12, true, false, 0),
	(24, 30, 1000013, 'Czy sprawa wymagała wniesienia opłaty?', 'opłata', 13, true, false, 0),
	(25, 31, 1000002, 'Czy obsługiwano osobę starszą lub z niepełnosprawnością?', 'osoba starsza lub z niepełnosprawnością', 2, true, false, 0),
	(26, 31, 1000003, 'Czy obsługa osoby starszej lub z niepełnosprawnością przy zwykłym stanowisku była niemożliwa?', 'obsługa przy stanowisku niemożliwa', 3, true, false, 0),
	(27, 31, 1000012, 'Czy potrzebny był formularz?', 'formularz', 12, true, false, 0),
	(28, 31, 1000013, 'Czy sprawa wymagała wniesienia opłaty?', 'opłata', 13, true, false, 0),
	(29, 32, 1000002, 'Czy obsługiwano osobę starszą lub z niepełnosprawnością?', 'osoba starsza lub z niepełnosprawnością', 2, true, false, 0),
	(30, 32, 1000003, 'Czy obsługa osoby starszej lub z niepełnosprawnością przy zwykłym stanowisku była niemożliwa?', 'obsługa przy stanowisku niemożliwa', 3, true, false, 0),
	(31, 32, 1000012, 'Czy potrzebny był formularz?', 'formularz', 12, true, false, 0),
	(32, 32, 1000013, 'Czy sprawa wymagała wniesienia opłaty?', 'opłata', 13, true, false, 0),
	(33, 33, 1000002, 'Czy obsługiwano osobę starszą lub z niepełnosprawnością?', 'osoba starsza lub z niepełnosprawnością', 2, true, false, 0),
	(34, 33, 1000003, 'Czy obsługa osoby starszej lub z niepełnosprawnością przy zwykłym stanowisku była niemożliwa?', 'obsługa przy stanowisku niemożliwa', 3, true, false, 0),
	(35, 33, 1000012, 'Czy potrzebny był formularz?', 'formularz', 12, true, false, 0),
	(36, 33, 1000013, 'Czy sprawa wymagała wniesienia opłaty?', 'opłata', 13, true, false, 0),
	(37, 34, 1000002, 'Czy obsługiwano osobę starszą lub z niepełnosprawnością?', 'osoba starsza lub z niepełnosprawnością', 2, true, false, 0),
	(38, 34, 1000003, 'Czy obsługa osoby starszej lub z niepełnosprawnością przy zwykłym stanowisku była niemożliwa?', 'obsługa przy stanowisku niemożliwa', 3, true, false, 0),
	(39, 34, 1000012, 'Czy potrzebny był formularz?', 'formularz', 12, true, false, 0),
	(40, 34, 1000013, 'Czy sprawa wymagała wniesienia opłaty?', 'opłata', 13, true, false, 0),
	(41, 35, 1000002, 'Czy obsługiwano osobę starszą lub z niepełnosprawnością?', 'osoba starsza lub z niepełnosprawnością', 2, true, false, 0),
	(42, 35, 1000003, 'Czy obsługa osoby starszej lub z niepełnosprawnością przy zwykłym stanowisku była niemożliwa?', 'obsługa przy stanowisku niemożliwa', 3, true, false, 0),
	(43, 35, 1000012, 'Czy potrzebny był formularz?', 'formularz', 12, true, false, 0),
	(44, 35, 1000013, 'Czy sprawa wymagała wniesienia opłaty?', 'opłata', 13, true, false, 0),
	(45, 36, 1000002, 'Czy obsługiwano osobę starszą lub z niepełnosprawnością?', 'osoba starsza lub z niepełnosprawnością', 2, true, false, 0),
	(46, 36, 1000003, 'Czy obsługa osoby starszej lub z niepełnosprawnością przy zwykłym stanowisku była niemożliwa?', 'obsługa przy stanowisku niemożliwa', 3, true, false, 0),
	(47, 36, 1000012, 'Czy potrzebny był formularz?', 'formularz', 12, true, false, 0),
	(48, 36, 1000013, 'Czy sprawa wymagała wniesienia opłaty?', 'opłata', 13, true, false, 0),
	(49, 37, 1000002, 'Czy obsługiwano osobę starszą lub z niepełnosprawnością?', 'osoba starsza lub z niepełnosprawnością', 2, true, false, 0),
	(50, 37, 1000003, 'Czy obsługa osoby starszej lub z niepełnosprawnością przy zwykłym stanowisku była niemożliwa?', 'obsługa przy stanowisku niemożliwa', 3, true, false, 0),
	(51, 37, 1000012, 'Czy potrzebny był formularz?', 'formularz', 12, true, false, 0),
	(52, 37, 1000013, 'Czy sprawa wymagała wniesienia opłaty?', 'opłata', 13, true, false, 0),
	(53, 38, 1000002, 'Czy obsługiwano osobę starszą lub z niepełnosprawnością?', 'osoba starsza lub z niepełnosprawnością', 2, true, false, 0),
	(54, 38, 1000003, 'Czy obsługa osoby starszej lub z niepełnosprawnością przy zwykłym stanowisku była niemożliwa?', 'obsługa przy stanowisku niemożliwa', 3, true, false, 0),
	(55, 38, 1000012, 'Czy potrzebny był formularz?', 'formularz', 12, true, false, 0),
	(56, 38, 1000013, 'Czy sprawa wymagała wniesienia opłaty?', 'opłata', 13, true, false, 0),
	(57, 39, 1000002, 'Czy obsługiwano osobę starszą lub z niepełnosprawnością?', 'osoba starsza lub z niepełnosprawnością', 2, true, false, 0),
	(58, 39, 1000003, 'Czy obsługa osoby starszej lub z niepełnosprawnością przy zwykłym stanowisku była niemożliwa?', 'obsługa przy stanowisku niemożliwa', 3, true, false, 0),
	(59, 39, 1000012, 'Czy potrzebny był formularz?', 'formularz', 12, true, false, 0),
	(60, 39, 1000013, 'Czy sprawa wymagała wniesienia opłaty?', 'opłata', 13, true, false, 0),
	(61, 40, 1000002, 'Czy obsługiwano osobę starszą lub z niepełnosprawnością?', 'osoba starsza lub z niepełnosprawnością', 2, true, false, 0),
	(62, 40, 1000003, 'Czy obsługa osoby starszej lub z niepełnosprawnością przy zwykłym stanowisku była niemożliwa?', 'obsługa przy stanowisku niemożliwa', 3, true, false, 0),
	(63, 40, 1000012, 'Czy potrzebny był formularz?', 'formularz', 12, true, false, 0),
	(64, 40, 1000013, 'Czy sprawa wymagała wniesienia opłaty?', 'opłata', 13, true, false, 0);


--
-- Data for Name: audits_granulesetting; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_granulesetting VALUES
	(1, 'documents', 2027, 'half_year', 27, '2026-12-01 12:13:57.779806+00');


--
-- Data for Name: audits_historicalretentionrule; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_historicalretentionrule VALUES
	(3, 'audits', '', 'B5', 5, true, true, NULL, 1, '2026-12-01 12:13:57.871314+00', '~', NULL);


--
-- Data for Name: audits_identification; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_identification VALUES
	(1, 12, 1, 5, '2026-12-01 12:13:57.805835+00', NULL, '');


--
-- Data for Name: audits_invitation; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_invitation VALUES
	(1, '301a3137-68f4-487a-b009-877deb268b5e', 26, 11, '2026-12-01 12:13:57.156568+00', '2026-12-08 12:13:57.156568+00', NULL, NULL);


--
-- Data for Name: audits_leftout; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_leftout VALUES
	(1, 2, 0, 1000001, 'counter', '[5]', '[33, 34]'),
	(2, 2, 1, 1000001, 'counter', '[5]', '[33, 34]');


--
-- Data for Name: audits_legalhold; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_legalhold VALUES
	(1, 2, NULL, NULL, NULL, 'Postępowanie.', 11, '2026-12-01 12:13:57.13297+00', NULL, NULL);


--
-- Data for Name: audits_letter; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_letter VALUES
	(1, 'f121fbe1-9e49-418c-8085-e710cd9d81c7', 'totp_activated', 3, NULL, '', '{}', 'failed', 'not_set_up', 0, '2026-12-01 12:13:57.135884+00', NULL, '2026-12-01 12:13:57.135884+00'),
	(2, '252ef6f2-d1b7-4e4c-b248-995b917c5b90', 'invitation', 26, 1, 'https://portal.example.org/', '{}', 'failed', 'not_set_up', 0, '2026-12-01 12:13:57.159931+00', NULL, '2026-12-01 12:13:57.159931+00');


--
-- Data for Name: audits_logcheckpoint; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: audits_logend; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_logend VALUES
	(1, 2, '7b93208ceb6797df0b11a8865660c65c92fc6adc5386a299ce7bfc9f80421a82');


--
-- Data for Name: audits_notice; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_notice VALUES
	(1, '9c9b2e3a-ab10-4b0b-a0e4-08af4a2a6ee1', 'staff', 'Zawiadomienie o audytach', 'W urzędzie prowadzi się audyty standardów obsługi.', '', '2019-12-18', '2020-01-01', NULL, '2026-12-01 12:13:55.501578+00'),
	(2, 'e7f5aa77-24c6-47c2-81c8-9869a0ec046a', 'auditors', 'Zawiadomienie dla audytorów', 'W urzędzie prowadzi się audyty standardów obsługi.', '', '2019-12-18', '2020-01-01', NULL, '2026-12-01 12:13:57.108048+00');


--
-- Data for Name: audits_purpose; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_purpose VALUES
	(2, 'skarga', 'rozpatrzenie skargi lub wniosku', true, 2),
	(3, 'rozmowa', 'przygotowanie rozmowy z pracownikiem', true, 3),
	(4, 'prawa-osoby', 'realizacja praw osoby, której dane dotyczą (RODO)', true, 4),
	(5, 'kontrola', 'odpowiedź dla dyrekcji, kontroli lub audytu wewnętrznego', true, 5),
	(1, 'nadzor', 'nadzór nad jakością obsługi', true, 1);


--
-- Data for Name: audits_redaction; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_redaction VALUES
	(1, 2, 'note', 16, false, 'Klientka.', 5, '2026-12-01 12:13:57.850799+00');


--
-- Data for Name: audits_release; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_release VALUES
	(1, 10, 1, 5, '2026-12-01 12:13:55.970322+00', NULL),
	(2, 23, 2, 14, '2026-12-01 12:13:56.820172+00', NULL);


--
-- Data for Name: audits_report; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_report VALUES
	(1, 'e408d78b-3153-4db2-895b-d7af9d80fd3e', 'department', 2, NULL, '2026-07-01', '2026-09-30', false, 'general', NULL, '', '', 'done', 'waiting', 0, 0, '', 5, '2026-12-01 12:13:56.378683+00', '2026-12-01 12:13:56.378685+00', '2026-12-01 12:13:56.378687+00', '0000000000000000000000000000000000000000000000000000000000000000', '', 'reports/2026/12/e408d78b-3153-4db2-895b-d7af9d80fd3e.pdf', NULL, '', NULL, ''),
	(3, 'd914276b-f487-4fca-8a3e-798d6d73bd0f', 'department', 3, NULL, '2026-07-01', '2026-09-30', false, 'general', NULL, '', '', 'done', 'waiting', 0, 0, '', 14, '2026-12-01 12:13:57.10174+00', '2026-12-01 12:13:57.101741+00', '2026-12-01 12:13:57.101743+00', '0000000000000000000000000000000000000000000000000000000000000000', '', 'reports/2026/12/d914276b-f487-4fca-8a3e-798d6d73bd0f.pdf', NULL, '', NULL, ''),
	(4, 'e1f8d2fd-5e02-4b04-8018-9a1ed5f0e5f0', 'audit', 3, 15, '2026-12-01', '2026-12-01', false, 'general', NULL, '', '', 'done', 'waiting', 0, 0, '', 14, '2026-12-01 12:13:57.105411+00', '2026-12-01 12:13:57.105415+00', '2026-12-01 12:13:57.105416+00', '0000000000000000000000000000000000000000000000000000000000000000', '', 'reports/2026/12/e1f8d2fd-5e02-4b04-8018-9a1ed5f0e5f0.pdf', NULL, '', NULL, ''),
	(2, 'd0f83378-0559-4157-b49c-8258e2adc5a7', 'audit', 2, 2, '2026-12-01', '2026-12-01', false, 'general', NULL, '', '', 'withdrawn', 'waiting', 0, 0, '', 5, '2026-12-01 12:13:56.382573+00', '2026-12-01 12:13:56.382577+00', '2026-12-01 12:13:56.382579+00', '0000000000000000000000000000000000000000000000000000000000000000', '', '', NULL, '', '2026-12-01 12:13:57.850799+00', 'redaction');


--
-- Data for Name: audits_retentionprotocol; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_retentionprotocol VALUES
	(1, '9b4e4eff-40ad-4a8f-9a08-5955e03bc687', 'reports', '', '', 5, '2026-12-01', NULL, NULL, '{}', 0, 0, '', 11, '2026-12-01 12:13:57.140146+00');


--
-- Data for Name: audits_retentionrule; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_retentionrule VALUES
	(1, 'access_log', '', '', 2, false, true),
	(2, 'reports', '', 'B5', 5, true, true),
	(4, 'accounts', '', '', 1, false, true),
	(5, 'employees', '', '', 5, false, true),
	(3, 'audits', '', 'B5', 5, true, true);


--
-- Data for Name: audits_reviewedappointment; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_reviewedappointment VALUES
	(1, 2, 23, 'left', NULL, '');


--
-- Data for Name: audits_rightsreview; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_rightsreview VALUES
	(1, '3b60c658-a10b-4c2e-9e54-b94d31517f09', NULL, '2026-12-01', 11, '2026-12-01 12:13:57.146264+00', ''),
	(2, 'd57adac9-8e8f-4353-8a65-e2553ae514db', NULL, '2026-12-01', 27, '2026-12-01 12:13:57.885838+00', '');


--
-- Data for Name: audits_sheet; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_sheet VALUES
	(27, 1, 'mmmmmmmmmmmmmmm'),
	(28, 1, 'nnnnnnnnnnnnnnn'),
	(29, 1, 'ppppppppppppppp'),
	(30, 1, 'mmmmmmmmmmmmmmm'),
	(31, 1, 'nnnnnnnnnnnnnnn'),
	(32, 1, 'ppppppppppppppp'),
	(35, 1, 'mmmmmmmmmmmmmmm'),
	(36, 1, 'nnnnnnnnnnnnnnn'),
	(37, 1, 'ppppppppppppppp'),
	(38, 1, 'mmmmmmmmmmmmmmm'),
	(39, 1, 'nnnnnnnnnnnnnnn'),
	(40, 1, 'ppppppppppppppp');


--
-- Data for Name: audits_sheetlines; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_sheetlines VALUES
	(1, '38b7302432be4ebfe494b7d235f66bc28e90e61a9200c4a85576a6ae74937fdb', '[[1000001, 1, "overall appearance", false, false, false], [1000002, 1, "", true, false, false], [1000003, 1, "", true, false, false], [1000004, 1, "", true, false, false], [1000006, 1, "", true, false, false], [1000007, 1, "", false, false, true], [1000008, 1, "", false, false, false], [1000009, 1, "", false, false, false], [1000010, 1, "", false, false, false], [1000011, 1, "", false, false, false], [1000012, 1, "", false, false, false], [1000013, 1, "understood", false, false, false], [1000025, 1, "", false, false, true], [1000026, 1, "", false, false, true], [1000027, 1, "", false, false, false]]');


--
-- Data for Name: audits_statement; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_statement VALUES
	(1, 10, 'Obsługiwałam sama.', 5, '2026-12-01 12:13:55.972779+00'),
	(2, 23, 'Obsługiwałam sama.', 14, '2026-12-01 12:13:56.821854+00');


--
-- Data for Name: audits_supplement; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_supplement VALUES
	(1, 2, 1, 27, '2026-12-01 12:13:57.738054+00');


--
-- Data for Name: audits_told; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_told VALUES
	(1, 1, 1, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:55.505738+00', NULL, NULL),
	(2, 1, 2, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:55.513474+00', NULL, NULL),
	(3, 1, 4, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:55.899151+00', NULL, NULL),
	(4, 1, 5, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:55.977471+00', NULL, NULL),
	(5, 1, 6, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:56.074183+00', NULL, NULL),
	(6, 1, 8, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:56.754644+00', NULL, NULL),
	(7, 1, 9, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:56.826538+00', NULL, NULL),
	(8, 1, 10, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:56.909248+00', NULL, NULL),
	(9, 1, 11, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:57.483232+00', NULL, NULL),
	(10, 1, 12, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:57.487469+00', NULL, NULL),
	(11, 1, 13, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:57.493931+00', NULL, NULL),
	(12, 1, 14, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:57.499047+00', NULL, NULL),
	(13, 1, 15, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:57.504508+00', NULL, NULL),
	(14, 1, 16, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:57.509081+00', NULL, NULL),
	(15, 1, 17, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:57.512953+00', NULL, NULL),
	(16, 1, 18, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:57.516948+00', NULL, NULL),
	(17, 1, 19, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:57.521412+00', NULL, NULL),
	(18, 1, 20, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:57.52605+00', NULL, NULL),
	(19, 1, 21, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:57.530526+00', NULL, NULL),
	(20, 1, 22, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:57.534335+00', NULL, NULL),
	(21, 1, 23, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:57.538654+00', NULL, NULL),
	(22, 1, 24, '2020-01-01', '2020-01-01', 'lista z podpisami', NULL, '2026-12-01 12:13:57.542776+00', NULL, NULL);


--
-- Data for Name: audits_user; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audits_user VALUES
	(12, 'md5$Jw5QXTwYJ4icAyO2kTIA3S$31c23f1a07871fa2f8a02f7bf37ffdf7', '2026-12-01 12:13:57.40252+00', true, 'superuser', 'Halina', 'Zaręba11', true, true, '2026-12-01 12:13:55.478258+00', '10e5d27d-34d9-41f1-9436-984599e38949', 'superuser@example.org', NULL),
	(13, 'md5$U28h5oik3haoks3vzHT4FT$af2d073374e611d86ff0a720dabe5c5f', '2026-12-01 12:13:57.422767+00', false, 'auditor_there', 'Halina', 'Zaręba12', false, true, '2026-12-01 12:13:55.486219+00', '92cae914-2f5c-4310-a8b3-19fb52c4cc0f', 'auditor_there@example.org', NULL),
	(14, 'md5$JMeUBBRbY0tTyTmJ8jZEIK$3667d4ed2ffbc86a6ded111866ecc7ef', '2026-12-01 12:13:57.439818+00', false, 'hr_there', 'Halina', 'Zaręba13', false, true, '2026-12-01 12:13:55.489852+00', '25764549-5cf3-49d9-8ff0-c61183af2580', 'hr_there@example.org', NULL),
	(1, 'md5$gkgWojHUmtR3RLbe4OWMpS$361bac76e88b2d5b39766c2f8e1a46a9', '2026-12-01 12:13:57.178664+00', false, 'deactivated', 'Halina', 'Zaręba0', false, false, '2026-12-01 12:13:55.382889+00', '1523edaa-e79c-4ac5-b891-cf6b088b7ec3', 'deactivated@example.org', NULL),
	(27, 'md5$edZrzxxx9PRPh0dAUYe1ii$e57bc915751dd88a5a9169f93c58dc36', NULL, false, 'konto26', 'Halina', 'Zaręba26', false, true, '2026-12-01 12:13:57.455161+00', '09faeb76-1386-4ddc-adc0-8ee468f4202a', 'konto26@example.org', NULL),
	(28, 'md5$cImjcTo9ABQwO2vBL2UG2a$f93963601bd07f546c83d82653d0fb2e', NULL, false, 'konto27', 'Halina', 'Zaręba27', false, true, '2026-12-01 12:13:57.545331+00', '124e93e5-4a9a-4a9b-bb14-07ef6228849a', 'konto27@example.org', NULL),
	(15, 'md5$0gum6w6pf9p0SIAJViewGw$d6538e8eca5ee0b62d539ff7129ccab0', NULL, false, 'konto14', 'Halina', 'Zaręba14', false, true, '2026-12-01 12:13:55.51663+00', '53dfca8e-e14e-4c49-9931-fea0405d9f8d', 'konto14@example.org', NULL),
	(16, 'md5$41BPpdaTyWNO0KQajAGbri$08ebc4a78c539fcdc8582df66d9f307c', NULL, false, 'konto15', 'Halina', 'Zaręba15', false, true, '2026-12-01 12:13:55.659303+00', '0a166ded-a2bf-4e18-bac5-74e30181587f', 'konto15@example.org', NULL),
	(17, 'md5$DBR57RsVAExUytidHzve4x$f6a0a0b6c5bd0a51e8edea2ce76d4580', NULL, false, 'konto16', 'Halina', 'Czytelnik-wewnetrzne', false, true, '2026-12-01 12:13:56.032238+00', 'a7554778-b48f-47cc-ab1e-b53dcf4530f8', 'konto16@example.org', NULL),
	(18, 'md5$a8o1Nt2rKTzBP1iiz3nHI3$8342392c5fabbf0ef97894728a3cf923', NULL, false, 'konto17', 'Halina', 'Zaręba17', false, true, '2026-12-01 12:13:56.055443+00', '8a23a1b0-7896-4318-b8c2-9eda96e736b9', 'konto17@example.org', NULL),
	(19, 'md5$GDJmjyfUw1DzWQgGt5i3VC$20fe0446e5437e166b9ac923fd4de009', NULL, false, 'konto18', 'Halina', 'Zaręba18', false, true, '2026-12-01 12:13:56.063988+00', 'f13af222-da6a-4788-b95f-eb1ba8dcc1cb', 'konto18@example.org', NULL),
	(20, 'md5$pLJMKSYcWzRsySyHSctO3x$df60c6d0e8fd2a8d0be55d6399632902', NULL, false, 'konto19', 'Halina', 'Zaręba19', false, true, '2026-12-01 12:13:56.504569+00', '202b1227-3f62-4a86-9ccd-65ca3bd79909', 'konto19@example.org', NULL),
	(21, 'md5$RhIkO7i1cLmISupMgOkNGR$0a903d8d887eb894afefcf3754d6a81d', NULL, false, 'konto20', 'Halina', 'Czytelnik-zewnetrzne', false, true, '2026-12-01 12:13:56.87275+00', 'd132da7d-8386-4ca6-9cc2-154627f96db4', 'konto20@example.org', NULL),
	(22, 'md5$VpclOLhFgVaVXHerJ0i8Bv$010735fc710d683df119deafb235f4da', NULL, false, 'konto21', 'Halina', 'Zaręba21', false, true, '2026-12-01 12:13:56.890688+00', 'a8e3db6d-266a-4523-8adb-7d6eff8cda82', 'konto21@example.org', NULL),
	(23, 'md5$Tlc3jF8AXMUykZCSLjV1HN$d94bc83f02b9b06d5518369edb6fa497', NULL, false, 'konto22', 'Halina', 'Zaręba22', false, true, '2026-12-01 12:13:56.899128+00', 'be381b6a-1412-4ac8-94eb-b15036e9069f', 'konto22@example.org', NULL),
	(24, 'md5$ecNY4QckR9biamN3LbajOS$0975764771024c478baa132905948af6', NULL, false, 'konto23', 'Halina', 'Zaręba23', false, true, '2026-12-01 12:13:57.116228+00', '5abc8c41-20e9-46f1-ad8e-03b7bc39f64a', 'konto23@example.org', NULL),
	(25, 'md5$0L0DeYiejr4rgm1f5Mjt9f$6b141141aa7568728a8acebc50292817', NULL, false, 'konto24', 'Halina', 'Zaręba24', false, true, '2026-12-01 12:13:57.119233+00', 'c6242389-280d-48e9-af04-5d0abf9c149f', 'konto24@example.org', NULL),
	(26, '!IEICJsn7QG0LpQLwJejsKV61P1fknMisV9cShIru', NULL, false, 'zaproszona', 'Halina', 'Zaręba25', false, true, '2026-12-01 12:13:57.148996+00', '15c3acff-dd7a-40a3-bb73-cdedce2d7547', 'zaproszona@example.org', NULL),
	(2, 'md5$N6Qn4YrrB4O49ky1bjEfxC$85feeff6879b50919d3a721ab7068297', '2026-12-01 12:13:57.19109+00', false, 'assessed', 'Halina', 'Zaręba1', false, true, '2026-12-01 12:13:55.408321+00', '38d7d3a9-5bc6-42c7-aac8-4ddcc5b46930', 'assessed@example.org', NULL),
	(3, 'md5$fe6QcHX0TvvRG0AllGjMNs$f33d0accc824e408a68a177d3025085e', '2026-12-01 12:13:57.217637+00', false, 'auditor', 'Halina', 'Zaręba2', false, true, '2026-12-01 12:13:55.411209+00', 'bfd87d03-60e1-4f5d-a374-d962d75fe7c0', 'auditor@example.org', NULL),
	(4, 'md5$1SOVS7UjCBAdv4Yz8NtULD$381f4f362e6a88c88de20f23f3d0704d', '2026-12-01 12:13:57.24295+00', false, 'colleague', 'Halina', 'Zaręba3', false, true, '2026-12-01 12:13:55.415279+00', '441e6f22-3166-4ad8-a149-c828bbb54205', 'colleague@example.org', NULL),
	(5, 'md5$akQCUTx87elK3CYYa4hcfo$7e82e5ed53ab30f9c35359ca6fe90e54', '2026-12-01 12:13:57.268566+00', false, 'hr', 'Halina', 'Zaręba4', false, true, '2026-12-01 12:13:55.419305+00', '41aa69e9-b4b7-4e7d-8d4f-a49b9c17f2db', 'hr@example.org', NULL),
	(6, 'md5$UH7rFjZjtTOG0N7okM2WE0$e7dae31aeb7bb6a2d9f366bf90cf9b4c', '2026-12-01 12:13:57.283675+00', false, 'hr_for_purpose', 'Halina', 'Zaręba5', false, true, '2026-12-01 12:13:55.429794+00', 'c57d8bc8-52fa-4e8c-9574-076137bf4625', 'hr_for_purpose@example.org', NULL),
	(7, 'md5$XYby2mdFyg362H2rHTox1R$116370cf7bc47a581acc031d2da6b5c8', '2026-12-01 12:13:57.304164+00', false, 'officer', 'Halina', 'Zaręba6', false, true, '2026-12-01 12:13:55.439777+00', 'ff08e577-4bfe-495f-84e9-c23c66700ee8', 'officer@example.org', NULL),
	(8, 'md5$uMLQAnKo7ndOlsi5bmql8v$e3ea30aca02b462cb1a418c4fba1137d', '2026-12-01 12:13:57.332908+00', false, 'head', 'Halina', 'Zaręba7', false, true, '2026-12-01 12:13:55.449033+00', '8883591d-4aae-48f3-8871-7c0036cf809d', 'head@example.org', NULL),
	(9, 'md5$HOJ0IAFb54IlVnanljQ6YP$3f999ce6243a2380a0c01d49ac74e6e3', '2026-12-01 12:13:57.360618+00', false, 'shopper', 'Halina', 'Zaręba8', false, true, '2026-12-01 12:13:55.452739+00', 'cf44ebb9-4d00-4e48-a23e-52fa91b962b4', 'shopper@example.org', NULL),
	(10, 'md5$zNiltK9OQzt5zNuSCV6Pkj$af8e3ac872e69c1e08b44e111351de45', '2026-12-01 12:13:57.373746+00', false, 'editor', 'Halina', 'Zaręba9', false, true, '2026-12-01 12:13:55.461004+00', '2ed65380-8baa-4362-a98d-98fe2d120b8f', 'editor@example.org', NULL),
	(11, 'md5$vrvqEPXr1yHLtVy3vwxwZF$939b49485b7215db56236edc1a6c8b8d', '2026-12-01 12:13:57.385842+00', false, 'administrator', 'Halina', 'Zaręba10', false, true, '2026-12-01 12:13:55.469779+00', '627dba61-b1d2-4445-959f-ec0496c1e082', 'administrator@example.org', NULL);


--
-- Data for Name: audits_user_groups; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: audits_user_user_permissions; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: auth_group; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: auth_group_permissions; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: auth_permission; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.auth_permission VALUES
	(1, 'Can add log entry', 1, 'add_logentry'),
	(2, 'Can change log entry', 1, 'change_logentry'),
	(3, 'Can delete log entry', 1, 'delete_logentry'),
	(4, 'Can view log entry', 1, 'view_logentry'),
	(5, 'Can add permission', 2, 'add_permission'),
	(6, 'Can change permission', 2, 'change_permission'),
	(7, 'Can delete permission', 2, 'delete_permission'),
	(8, 'Can view permission', 2, 'view_permission'),
	(9, 'Can add group', 3, 'add_group'),
	(10, 'Can change group', 3, 'change_group'),
	(11, 'Can delete group', 3, 'delete_group'),
	(12, 'Can view group', 3, 'view_group'),
	(13, 'Can add content type', 4, 'add_contenttype'),
	(14, 'Can change content type', 4, 'change_contenttype'),
	(15, 'Can delete content type', 4, 'delete_contenttype'),
	(16, 'Can view content type', 4, 'view_contenttype'),
	(17, 'Can add session', 5, 'add_session'),
	(18, 'Can change session', 5, 'change_session'),
	(19, 'Can delete session', 5, 'delete_session'),
	(20, 'Can view session', 5, 'view_session'),
	(21, 'Can add Task Result', 6, 'add_dbtaskresult'),
	(22, 'Can change Task Result', 6, 'change_dbtaskresult'),
	(23, 'Can delete Task Result', 6, 'delete_dbtaskresult'),
	(24, 'Can view Task Result', 6, 'view_dbtaskresult'),
	(25, 'Can add email address', 7, 'add_emailaddress'),
	(26, 'Can change email address', 7, 'change_emailaddress'),
	(27, 'Can delete email address', 7, 'delete_emailaddress'),
	(28, 'Can view email address', 7, 'view_emailaddress'),
	(29, 'Can add email confirmation', 8, 'add_emailconfirmation'),
	(30, 'Can change email confirmation', 8, 'change_emailconfirmation'),
	(31, 'Can delete email confirmation', 8, 'delete_emailconfirmation'),
	(32, 'Can view email confirmation', 8, 'view_emailconfirmation'),
	(33, 'Can add authenticator', 9, 'add_authenticator'),
	(34, 'Can change authenticator', 9, 'change_authenticator'),
	(35, 'Can delete authenticator', 9, 'delete_authenticator'),
	(36, 'Can view authenticator', 9, 'view_authenticator'),
	(37, 'Can add user session', 10, 'add_usersession'),
	(38, 'Can change user session', 10, 'change_usersession'),
	(39, 'Can delete user session', 10, 'delete_usersession'),
	(40, 'Can view user session', 10, 'view_usersession'),
	(41, 'Can add access attempt', 11, 'add_accessattempt'),
	(42, 'Can change access attempt', 11, 'change_accessattempt'),
	(43, 'Can delete access attempt', 11, 'delete_accessattempt'),
	(44, 'Can view access attempt', 11, 'view_accessattempt'),
	(45, 'Can add access log', 12, 'add_accesslog'),
	(46, 'Can change access log', 12, 'change_accesslog'),
	(47, 'Can delete access log', 12, 'delete_accesslog'),
	(48, 'Can view access log', 12, 'view_accesslog'),
	(49, 'Can add access failure', 13, 'add_accessfailurelog'),
	(50, 'Can change access failure', 13, 'change_accessfailurelog'),
	(51, 'Can delete access failure', 13, 'delete_accessfailurelog'),
	(52, 'Can view access failure', 13, 'view_accessfailurelog'),
	(53, 'Can add access attempt expiration', 14, 'add_accessattemptexpiration'),
	(54, 'Can change access attempt expiration', 14, 'change_accessattemptexpiration'),
	(55, 'Can delete access attempt expiration', 14, 'delete_accessattemptexpiration'),
	(56, 'Can view access attempt expiration', 14, 'view_accessattemptexpiration'),
	(57, 'Can add edition of the standards', 15, 'add_edition'),
	(58, 'Can change edition of the standards', 15, 'change_edition'),
	(59, 'Can delete edition of the standards', 15, 'delete_edition'),
	(60, 'Can view edition of the standards', 15, 'view_edition'),
	(61, 'Can add historical edition of the standards', 16, 'add_historicaledition'),
	(62, 'Can change historical edition of the standards', 16, 'change_historicaledition'),
	(63, 'Can delete historical edition of the standards', 16, 'delete_historicaledition'),
	(64, 'Can view historical edition of the standards', 16, 'view_historicaledition'),
	(65, 'Can add publication', 17, 'add_publication'),
	(66, 'Can change publication', 17, 'change_publication'),
	(67, 'Can delete publication', 17, 'delete_publication'),
	(68, 'Can view publication', 17, 'view_publication'),
	(69, 'Can add withdrawal', 18, 'add_withdrawal'),
	(70, 'Can change withdrawal', 18, 'change_withdrawal'),
	(71, 'Can delete withdrawal', 18, 'delete_withdrawal'),
	(72, 'Can view withdrawal', 18, 'view_withdrawal'),
	(73, 'Can add historical area', 19, 'add_historicalarea'),
	(74, 'Can change historical area', 19, 'change_historicalarea'),
	(75, 'Can delete historical area', 19, 'delete_historicalarea'),
	(76, 'Can view historical area', 19, 'view_historicalarea'),
	(77, 'Can add area', 20, 'add_area'),
	(78, 'Can change area', 20, 'change_area'),
	(79, 'Can delete area', 20, 'delete_area'),
	(80, 'Can view area', 20, 'view_area'),
	(81, 'Can add historical standard', 21, 'add_historicalstandard'),
	(82, 'Can change historical standard', 21, 'change_historicalstandard'),
	(83, 'Can delete historical standard', 21, 'delete_historicalstandard'),
	(84, 'Can view historical standard', 21, 'view_historicalstandard'),
	(85, 'Can add standard', 22, 'add_standard'),
	(86, 'Can change standard', 22, 'change_standard'),
	(87, 'Can delete standard', 22, 'delete_standard'),
	(88, 'Can view standard', 22, 'view_standard'),
	(89, 'Can add historical recommendation', 23, 'add_historicalrecommendation'),
	(90, 'Can change historical recommendation', 23, 'change_historicalrecommendation'),
	(91, 'Can delete historical recommendation', 23, 'delete_historicalrecommendation'),
	(92, 'Can view historical recommendation', 23, 'view_historicalrecommendation'),
	(93, 'Can add recommendation', 24, 'add_recommendation'),
	(94, 'Can change recommendation', 24, 'change_recommendation'),
	(95, 'Can delete recommendation', 24, 'delete_recommendation'),
	(96, 'Can view recommendation', 24, 'view_recommendation'),
	(97, 'Can add historical point', 25, 'add_historicalpoint'),
	(98, 'Can change historical point', 25, 'change_historicalpoint'),
	(99, 'Can delete historical point', 25, 'delete_historicalpoint'),
	(100, 'Can view historical point', 25, 'view_historicalpoint');
INSERT INTO public.auth_permission VALUES
	(101, 'Can add point', 26, 'add_point'),
	(102, 'Can change point', 26, 'change_point'),
	(103, 'Can delete point', 26, 'delete_point'),
	(104, 'Can view point', 26, 'view_point'),
	(105, 'Can add historical occasion', 27, 'add_historicaloccasion'),
	(106, 'Can change historical occasion', 27, 'change_historicaloccasion'),
	(107, 'Can delete historical occasion', 27, 'delete_historicaloccasion'),
	(108, 'Can view historical occasion', 27, 'view_historicaloccasion'),
	(109, 'Can add occasion', 28, 'add_occasion'),
	(110, 'Can change occasion', 28, 'change_occasion'),
	(111, 'Can delete occasion', 28, 'delete_occasion'),
	(112, 'Can view occasion', 28, 'view_occasion'),
	(113, 'Can add historical assessability', 29, 'add_historicalassessability'),
	(114, 'Can change historical assessability', 29, 'change_historicalassessability'),
	(115, 'Can delete historical assessability', 29, 'delete_historicalassessability'),
	(116, 'Can view historical assessability', 29, 'view_historicalassessability'),
	(117, 'Can add assessability', 30, 'add_assessability'),
	(118, 'Can change assessability', 30, 'change_assessability'),
	(119, 'Can delete assessability', 30, 'delete_assessability'),
	(120, 'Can view assessability', 30, 'view_assessability'),
	(121, 'Can add user', 31, 'add_user'),
	(122, 'Can change user', 31, 'change_user'),
	(123, 'Can delete user', 31, 'delete_user'),
	(124, 'Can view user', 31, 'view_user'),
	(125, 'Can add department', 32, 'add_department'),
	(126, 'Can change department', 32, 'change_department'),
	(127, 'Can delete department', 32, 'delete_department'),
	(128, 'Can view department', 32, 'view_department'),
	(129, 'Can add name of a department', 33, 'add_departmentname'),
	(130, 'Can change name of a department', 33, 'change_departmentname'),
	(131, 'Can delete name of a department', 33, 'delete_departmentname'),
	(132, 'Can view name of a department', 33, 'view_departmentname'),
	(133, 'Can add place in the structure', 34, 'add_ancestry'),
	(134, 'Can change place in the structure', 34, 'change_ancestry'),
	(135, 'Can delete place in the structure', 34, 'delete_ancestry'),
	(136, 'Can view place in the structure', 34, 'view_ancestry'),
	(137, 'Can add employee', 35, 'add_employee'),
	(138, 'Can change employee', 35, 'change_employee'),
	(139, 'Can delete employee', 35, 'delete_employee'),
	(140, 'Can view employee', 35, 'view_employee'),
	(141, 'Can add employment', 36, 'add_employment'),
	(142, 'Can change employment', 36, 'change_employment'),
	(143, 'Can delete employment', 36, 'delete_employment'),
	(144, 'Can view employment', 36, 'view_employment'),
	(145, 'Can add assignment', 37, 'add_assignment'),
	(146, 'Can change assignment', 37, 'change_assignment'),
	(147, 'Can delete assignment', 37, 'delete_assignment'),
	(148, 'Can view assignment', 37, 'view_assignment'),
	(149, 'Can add audit', 38, 'add_audit'),
	(150, 'Can change audit', 38, 'change_audit'),
	(151, 'Can delete audit', 38, 'delete_audit'),
	(152, 'Can view audit', 38, 'view_audit'),
	(153, 'Can add purpose of reading', 39, 'add_purpose'),
	(154, 'Can change purpose of reading', 39, 'change_purpose'),
	(155, 'Can delete purpose of reading', 39, 'delete_purpose'),
	(156, 'Can view purpose of reading', 39, 'view_purpose'),
	(157, 'Can add report', 40, 'add_report'),
	(158, 'Can change report', 40, 'change_report'),
	(159, 'Can delete report', 40, 'delete_report'),
	(160, 'Can view report', 40, 'view_report'),
	(161, 'Can add reading', 41, 'add_accessrecord'),
	(162, 'Can change reading', 41, 'change_accessrecord'),
	(163, 'Can delete reading', 41, 'delete_accessrecord'),
	(164, 'Can view reading', 41, 'view_accessrecord'),
	(165, 'Can add end of the access log', 42, 'add_logend'),
	(166, 'Can change end of the access log', 42, 'change_logend'),
	(167, 'Can delete end of the access log', 42, 'delete_logend'),
	(168, 'Can view end of the access log', 42, 'view_logend'),
	(169, 'Can add gate question', 43, 'add_gate'),
	(170, 'Can change gate question', 43, 'change_gate'),
	(171, 'Can delete gate question', 43, 'delete_gate'),
	(172, 'Can view gate question', 43, 'view_gate'),
	(173, 'Can add answer', 44, 'add_answer'),
	(174, 'Can change answer', 44, 'change_answer'),
	(175, 'Can delete answer', 44, 'delete_answer'),
	(176, 'Can view answer', 44, 'view_answer'),
	(177, 'Can add identification', 45, 'add_identification'),
	(178, 'Can change identification', 45, 'change_identification'),
	(179, 'Can delete identification', 45, 'delete_identification'),
	(180, 'Can view identification', 45, 'view_identification'),
	(181, 'Can add annulment', 46, 'add_annulment'),
	(182, 'Can change annulment', 46, 'change_annulment'),
	(183, 'Can delete annulment', 46, 'delete_annulment'),
	(184, 'Can view annulment', 46, 'view_annulment'),
	(185, 'Can add correction', 47, 'add_correction'),
	(186, 'Can change correction', 47, 'change_correction'),
	(187, 'Can delete correction', 47, 'delete_correction'),
	(188, 'Can view correction', 47, 'view_correction'),
	(189, 'Can add redaction', 48, 'add_redaction'),
	(190, 'Can change redaction', 48, 'change_redaction'),
	(191, 'Can delete redaction', 48, 'delete_redaction'),
	(192, 'Can view redaction', 48, 'view_redaction'),
	(193, 'Can add request', 49, 'add_datarequest'),
	(194, 'Can change request', 49, 'change_datarequest'),
	(195, 'Can delete request', 49, 'delete_datarequest'),
	(196, 'Can view request', 49, 'view_datarequest'),
	(197, 'Can add release', 50, 'add_release'),
	(198, 'Can change release', 50, 'change_release'),
	(199, 'Can delete release', 50, 'delete_release'),
	(200, 'Can view release', 50, 'view_release');
INSERT INTO public.auth_permission VALUES
	(201, 'Can add statement', 51, 'add_statement'),
	(202, 'Can change statement', 51, 'change_statement'),
	(203, 'Can delete statement', 51, 'delete_statement'),
	(204, 'Can view statement', 51, 'view_statement'),
	(205, 'Can add length of a granule', 52, 'add_granulesetting'),
	(206, 'Can change length of a granule', 52, 'change_granulesetting'),
	(207, 'Can delete length of a granule', 52, 'delete_granulesetting'),
	(208, 'Can view length of a granule', 52, 'view_granulesetting'),
	(209, 'Can add closing', 53, 'add_closing'),
	(210, 'Can change closing', 53, 'change_closing'),
	(211, 'Can delete closing', 53, 'delete_closing'),
	(212, 'Can view closing', 53, 'view_closing'),
	(213, 'Can add supplement of a closing', 54, 'add_supplement'),
	(214, 'Can change supplement of a closing', 54, 'change_supplement'),
	(215, 'Can delete supplement of a closing', 54, 'delete_supplement'),
	(216, 'Can view supplement of a closing', 54, 'view_supplement'),
	(217, 'Can add block', 55, 'add_block'),
	(218, 'Can change block', 55, 'change_block'),
	(219, 'Can delete block', 55, 'delete_block'),
	(220, 'Can view block', 55, 'view_block'),
	(221, 'Can add version in a block', 56, 'add_blockversion'),
	(222, 'Can change version in a block', 56, 'change_blockversion'),
	(223, 'Can delete version in a block', 56, 'delete_blockversion'),
	(224, 'Can view version in a block', 56, 'view_blockversion'),
	(225, 'Can add version taken out of a block', 57, 'add_departure'),
	(226, 'Can change version taken out of a block', 57, 'change_departure'),
	(227, 'Can delete version taken out of a block', 57, 'delete_departure'),
	(228, 'Can view version taken out of a block', 57, 'view_departure'),
	(229, 'Can add sums of a block', 58, 'add_blocksums'),
	(230, 'Can change sums of a block', 58, 'change_blocksums'),
	(231, 'Can delete sums of a block', 58, 'delete_blocksums'),
	(232, 'Can view sums of a block', 58, 'view_blocksums'),
	(233, 'Can add units left out of a closing', 59, 'add_leftout'),
	(234, 'Can change units left out of a closing', 59, 'change_leftout'),
	(235, 'Can delete units left out of a closing', 59, 'delete_leftout'),
	(236, 'Can view units left out of a closing', 59, 'view_leftout'),
	(237, 'Can add notice', 60, 'add_notice'),
	(238, 'Can change notice', 60, 'change_notice'),
	(239, 'Can delete notice', 60, 'delete_notice'),
	(240, 'Can view notice', 60, 'view_notice'),
	(241, 'Can add person told', 61, 'add_told'),
	(242, 'Can change person told', 61, 'change_told'),
	(243, 'Can delete person told', 61, 'delete_told'),
	(244, 'Can view person told', 61, 'view_told'),
	(245, 'Can add acknowledgement', 62, 'add_acknowledgement'),
	(246, 'Can change acknowledgement', 62, 'change_acknowledgement'),
	(247, 'Can delete acknowledgement', 62, 'delete_acknowledgement'),
	(248, 'Can view acknowledgement', 62, 'view_acknowledgement'),
	(249, 'Can add historical time of keeping', 63, 'add_historicalretentionrule'),
	(250, 'Can change historical time of keeping', 63, 'change_historicalretentionrule'),
	(251, 'Can delete historical time of keeping', 63, 'delete_historicalretentionrule'),
	(252, 'Can view historical time of keeping', 63, 'view_historicalretentionrule'),
	(253, 'Can add time of keeping', 64, 'add_retentionrule'),
	(254, 'Can change time of keeping', 64, 'change_retentionrule'),
	(255, 'Can delete time of keeping', 64, 'delete_retentionrule'),
	(256, 'Can view time of keeping', 64, 'view_retentionrule'),
	(257, 'Can add legal hold', 65, 'add_legalhold'),
	(258, 'Can change legal hold', 65, 'change_legalhold'),
	(259, 'Can delete legal hold', 65, 'delete_legalhold'),
	(260, 'Can view legal hold', 65, 'view_legalhold'),
	(261, 'Can add protocol of retention', 66, 'add_retentionprotocol'),
	(262, 'Can change protocol of retention', 66, 'change_retentionprotocol'),
	(263, 'Can delete protocol of retention', 66, 'delete_retentionprotocol'),
	(264, 'Can view protocol of retention', 66, 'view_retentionprotocol'),
	(265, 'Can add beginning of the access log', 67, 'add_logcheckpoint'),
	(266, 'Can change beginning of the access log', 67, 'change_logcheckpoint'),
	(267, 'Can delete beginning of the access log', 67, 'delete_logcheckpoint'),
	(268, 'Can view beginning of the access log', 67, 'view_logcheckpoint'),
	(269, 'Can add appointment', 68, 'add_appointment'),
	(270, 'Can change appointment', 68, 'change_appointment'),
	(271, 'Can delete appointment', 68, 'delete_appointment'),
	(272, 'Can view appointment', 68, 'view_appointment'),
	(273, 'Can add review of rights', 69, 'add_rightsreview'),
	(274, 'Can change review of rights', 69, 'change_rightsreview'),
	(275, 'Can delete review of rights', 69, 'delete_rightsreview'),
	(276, 'Can view review of rights', 69, 'view_rightsreview'),
	(277, 'Can add reviewed appointment', 70, 'add_reviewedappointment'),
	(278, 'Can change reviewed appointment', 70, 'change_reviewedappointment'),
	(279, 'Can delete reviewed appointment', 70, 'delete_reviewedappointment'),
	(280, 'Can view reviewed appointment', 70, 'view_reviewedappointment'),
	(281, 'Can add lines of filled checklists', 71, 'add_sheetlines'),
	(282, 'Can change lines of filled checklists', 71, 'change_sheetlines'),
	(283, 'Can delete lines of filled checklists', 71, 'delete_sheetlines'),
	(284, 'Can view lines of filled checklists', 71, 'view_sheetlines'),
	(285, 'Can add filled checklist in short', 72, 'add_sheet'),
	(286, 'Can change filled checklist in short', 72, 'change_sheet'),
	(287, 'Can delete filled checklist in short', 72, 'delete_sheet'),
	(288, 'Can view filled checklist in short', 72, 'view_sheet'),
	(289, 'Can add invitation', 73, 'add_invitation'),
	(290, 'Can change invitation', 73, 'change_invitation'),
	(291, 'Can delete invitation', 73, 'delete_invitation'),
	(292, 'Can view invitation', 73, 'view_invitation'),
	(293, 'Can add device that fills a draft', 74, 'add_draftdevice'),
	(294, 'Can change device that fills a draft', 74, 'change_draftdevice'),
	(295, 'Can delete device that fills a draft', 74, 'delete_draftdevice'),
	(296, 'Can view device that fills a draft', 74, 'view_draftdevice'),
	(297, 'Can add letter', 75, 'add_letter'),
	(298, 'Can change letter', 75, 'change_letter'),
	(299, 'Can delete letter', 75, 'delete_letter'),
	(300, 'Can view letter', 75, 'view_letter');


--
-- Data for Name: axes_accessattempt; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: axes_accessattemptexpiration; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: axes_accessfailurelog; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: axes_accesslog; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: django_admin_log; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: django_content_type; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.django_content_type VALUES
	(1, 'admin', 'logentry'),
	(2, 'auth', 'permission'),
	(3, 'auth', 'group'),
	(4, 'contenttypes', 'contenttype'),
	(5, 'sessions', 'session'),
	(6, 'django_tasks_database', 'dbtaskresult'),
	(7, 'account', 'emailaddress'),
	(8, 'account', 'emailconfirmation'),
	(9, 'mfa', 'authenticator'),
	(10, 'usersessions', 'usersession'),
	(11, 'axes', 'accessattempt'),
	(12, 'axes', 'accesslog'),
	(13, 'axes', 'accessfailurelog'),
	(14, 'axes', 'accessattemptexpiration'),
	(15, 'standards', 'edition'),
	(16, 'standards', 'historicaledition'),
	(17, 'standards', 'publication'),
	(18, 'standards', 'withdrawal'),
	(19, 'standards', 'historicalarea'),
	(20, 'standards', 'area'),
	(21, 'standards', 'historicalstandard'),
	(22, 'standards', 'standard'),
	(23, 'standards', 'historicalrecommendation'),
	(24, 'standards', 'recommendation'),
	(25, 'standards', 'historicalpoint'),
	(26, 'standards', 'point'),
	(27, 'standards', 'historicaloccasion'),
	(28, 'standards', 'occasion'),
	(29, 'standards', 'historicalassessability'),
	(30, 'standards', 'assessability'),
	(31, 'audits', 'user'),
	(32, 'audits', 'department'),
	(33, 'audits', 'departmentname'),
	(34, 'audits', 'ancestry'),
	(35, 'audits', 'employee'),
	(36, 'audits', 'employment'),
	(37, 'audits', 'assignment'),
	(38, 'audits', 'audit'),
	(39, 'audits', 'purpose'),
	(40, 'audits', 'report'),
	(41, 'audits', 'accessrecord'),
	(42, 'audits', 'logend'),
	(43, 'audits', 'gate'),
	(44, 'audits', 'answer'),
	(45, 'audits', 'identification'),
	(46, 'audits', 'annulment'),
	(47, 'audits', 'correction'),
	(48, 'audits', 'redaction'),
	(49, 'audits', 'datarequest'),
	(50, 'audits', 'release'),
	(51, 'audits', 'statement'),
	(52, 'audits', 'granulesetting'),
	(53, 'audits', 'closing'),
	(54, 'audits', 'supplement'),
	(55, 'audits', 'block'),
	(56, 'audits', 'blockversion'),
	(57, 'audits', 'departure'),
	(58, 'audits', 'blocksums'),
	(59, 'audits', 'leftout'),
	(60, 'audits', 'notice'),
	(61, 'audits', 'told'),
	(62, 'audits', 'acknowledgement'),
	(63, 'audits', 'historicalretentionrule'),
	(64, 'audits', 'retentionrule'),
	(65, 'audits', 'legalhold'),
	(66, 'audits', 'retentionprotocol'),
	(67, 'audits', 'logcheckpoint'),
	(68, 'audits', 'appointment'),
	(69, 'audits', 'rightsreview'),
	(70, 'audits', 'reviewedappointment'),
	(71, 'audits', 'sheetlines'),
	(72, 'audits', 'sheet'),
	(73, 'audits', 'invitation'),
	(74, 'audits', 'draftdevice'),
	(75, 'audits', 'letter');


--
-- Data for Name: django_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.django_migrations VALUES
	(1, 'contenttypes', '0001_initial', '2026-12-01 12:13:50.134193+00'),
	(2, 'contenttypes', '0002_remove_content_type_name', '2026-12-01 12:13:50.139606+00'),
	(3, 'auth', '0001_initial', '2026-12-01 12:13:50.164851+00'),
	(4, 'auth', '0002_alter_permission_name_max_length', '2026-12-01 12:13:50.169441+00'),
	(5, 'auth', '0003_alter_user_email_max_length', '2026-12-01 12:13:50.174309+00'),
	(6, 'auth', '0004_alter_user_username_opts', '2026-12-01 12:13:50.179296+00'),
	(7, 'auth', '0005_alter_user_last_login_null', '2026-12-01 12:13:50.184015+00'),
	(8, 'auth', '0006_require_contenttypes_0002', '2026-12-01 12:13:50.185331+00'),
	(9, 'auth', '0007_alter_validators_add_error_messages', '2026-12-01 12:13:50.189758+00'),
	(10, 'auth', '0008_alter_user_username_max_length', '2026-12-01 12:13:50.194667+00'),
	(11, 'auth', '0009_alter_user_last_name_max_length', '2026-12-01 12:13:50.199424+00'),
	(12, 'auth', '0010_alter_group_name_max_length', '2026-12-01 12:13:50.204741+00'),
	(13, 'auth', '0011_update_proxy_permissions', '2026-12-01 12:13:50.209501+00'),
	(14, 'auth', '0012_alter_user_first_name_max_length', '2026-12-01 12:13:50.214855+00'),
	(15, 'audits', '0001_initial', '2026-12-01 12:13:50.238285+00'),
	(16, 'account', '0001_initial', '2026-12-01 12:13:50.306637+00'),
	(17, 'account', '0002_email_max_length', '2026-12-01 12:13:50.314854+00'),
	(18, 'account', '0003_alter_emailaddress_create_unique_verified_email', '2026-12-01 12:13:50.33026+00'),
	(19, 'account', '0004_alter_emailaddress_drop_unique_email', '2026-12-01 12:13:50.341407+00'),
	(20, 'account', '0005_emailaddress_idx_upper_email', '2026-12-01 12:13:50.351249+00'),
	(21, 'account', '0006_emailaddress_lower', '2026-12-01 12:13:50.363234+00'),
	(22, 'account', '0007_emailaddress_idx_email', '2026-12-01 12:13:50.378038+00'),
	(23, 'account', '0008_emailaddress_unique_primary_email_fixup', '2026-12-01 12:13:50.389884+00'),
	(24, 'account', '0009_emailaddress_unique_primary_email', '2026-12-01 12:13:50.398445+00'),
	(25, 'admin', '0001_initial', '2026-12-01 12:13:50.413359+00'),
	(26, 'admin', '0002_logentry_remove_auto_add', '2026-12-01 12:13:50.421017+00'),
	(27, 'admin', '0003_logentry_add_action_flag_choices', '2026-12-01 12:13:50.428776+00'),
	(28, 'standards', '0001_initial', '2026-12-01 12:13:50.82328+00'),
	(29, 'audits', '0002_initial', '2026-12-01 12:13:53.402702+00'),
	(30, 'axes', '0001_initial', '2026-12-01 12:13:53.421411+00'),
	(31, 'axes', '0002_auto_20151217_2044', '2026-12-01 12:13:53.479143+00'),
	(32, 'axes', '0003_auto_20160322_0929', '2026-12-01 12:13:53.520459+00'),
	(33, 'axes', '0004_auto_20181024_1538', '2026-12-01 12:13:53.551318+00'),
	(34, 'axes', '0005_remove_accessattempt_trusted', '2026-12-01 12:13:53.557451+00'),
	(35, 'axes', '0006_remove_accesslog_trusted', '2026-12-01 12:13:53.563672+00'),
	(36, 'axes', '0007_alter_accessattempt_unique_together', '2026-12-01 12:13:53.748257+00'),
	(37, 'axes', '0008_accessfailurelog', '2026-12-01 12:13:53.761334+00'),
	(38, 'axes', '0009_add_session_hash', '2026-12-01 12:13:53.769333+00'),
	(39, 'axes', '0010_accessattemptexpiration', '2026-12-01 12:13:53.78055+00'),
	(40, 'django_tasks_database', '0001_initial', '2026-12-01 12:13:53.788967+00'),
	(41, 'django_tasks_database', '0002_alter_dbtaskresult_options', '2026-12-01 12:13:53.795085+00'),
	(42, 'django_tasks_database', '0003_dbtaskresult_enqueued_at_dbtaskresult_finished_at', '2026-12-01 12:13:53.808871+00'),
	(43, 'django_tasks_database', '0004_dbtaskresult_started_at', '2026-12-01 12:13:53.816202+00'),
	(44, 'django_tasks_database', '0005_alter_dbtaskresult_priority_and_more', '2026-12-01 12:13:53.836744+00'),
	(45, 'django_tasks_database', '0006_alter_dbtaskresult_args_kwargs_and_more', '2026-12-01 12:13:53.888585+00'),
	(46, 'django_tasks_database', '0007_add_separate_results_fields', '2026-12-01 12:13:53.899269+00'),
	(47, 'django_tasks_database', '0008_separate_results_field', '2026-12-01 12:13:53.969203+00'),
	(48, 'django_tasks_database', '0009_remove_results_field', '2026-12-01 12:13:53.974969+00'),
	(49, 'django_tasks_database', '0010_alter_dbtaskresult_status', '2026-12-01 12:13:53.981688+00'),
	(50, 'django_tasks_database', '0011_rename_complete_status', '2026-12-01 12:13:54.05031+00'),
	(51, 'django_tasks_database', '0012_add_separate_exception_fields', '2026-12-01 12:13:54.06195+00'),
	(52, 'django_tasks_database', '0013_separate_exception_fields', '2026-12-01 12:13:54.134475+00'),
	(53, 'django_tasks_database', '0014_remove_dbtaskresult_exception_data', '2026-12-01 12:13:54.140655+00'),
	(54, 'django_tasks_database', '0015_correctly_order_run_after', '2026-12-01 12:13:54.145553+00'),
	(55, 'django_tasks_database', '0016_remove_dbtaskresult_django_task_new_ordering_idx_and_more', '2026-12-01 12:13:54.266557+00'),
	(56, 'django_tasks_database', '0017_dbtaskresult_metadata', '2026-12-01 12:13:54.275026+00'),
	(57, 'django_tasks_database', '0018_rename_succeeded_status', '2026-12-01 12:13:54.354624+00'),
	(58, 'django_tasks_database', '0019_rename_django_task_new_ordering_idx_tasks_db_new_ordering_idx_and_more', '2026-12-01 12:13:54.36915+00'),
	(59, 'django_tasks_database', '0020_update_db_task_result_ordering', '2026-12-01 12:13:54.386473+00'),
	(60, 'django_tasks_database', '0021_conditional_partial_index_ordering', '2026-12-01 12:13:54.399386+00'),
	(61, 'mfa', '0001_initial', '2026-12-01 12:13:54.475573+00'),
	(62, 'mfa', '0002_authenticator_timestamps', '2026-12-01 12:13:54.692343+00'),
	(63, 'mfa', '0003_authenticator_type_uniq', '2026-12-01 12:13:54.845111+00'),
	(64, 'sessions', '0001_initial', '2026-12-01 12:13:54.854588+00'),
	(65, 'usersessions', '0001_initial', '2026-12-01 12:13:54.932613+00');


--
-- Data for Name: django_session; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.django_session VALUES
	('kn6oii0bjr3j3grso9nrm2egfexly1zw', '.eJyFkMEOgyAQRP-Fc2NAFMRb-xtNYxZYI2kEI5gejP9etB7aU2-b2Z03k11JB0sauiXi3DlLWsLI5VvTYJ7o9wUs1qVYgDEYY3HqxXWagvNpRJ9u5-mPf4A4ZHOtFFbQcDCoaMWwQt0jVrK3IEQNkvcCKTQAyARaamjWaGOkZlL1WvMMzcFh8elg5zRnILnguxHTEGwk7X0lnznHTRDjK8x7F0ikzRBRMi64LFhDhSrL7fEPeNQ__rG9AZbWY0k:1xYMk9:i2-8csyo3TQD-u95P2i7hI1b_aCCs3xSvU4Dp_l7mX4', '2026-12-02 00:13:57.183078+00'),
	('sllxofytytvaktvki07yq6garazmb5jz', '.eJyFkMEOgyAQRP-Fc2MKIoi39jeaxiywRNIUjEB6MP571XpoT71tZnfeTHYmPZQ89CXh1HtLOsLI6VvTYB4YtgUU63OqwBhMqTr06jKO0Yf8xJCvx-mPf4A0rGaBjeYUJXADXIEW2ApntOOUoWqckw06lNRZziwyjcxobNEyDvXZSLFB1-BYQt7Za5o3kH0M_RPzEG0i3W0mn3mNGyGlV5x2WyYdlUowWotaVlTxWonl_o-3t9_fsbwBlfhjtA:1xYMk9:qPPeCI2e6-T7ICowlTkCODRe_-fW5aBOGqpvxq60Xms', '2026-12-02 00:13:57.19999+00'),
	('4ryop3ru2jwzibyi5vzno8mrf8qtocar', '.eJyFkLEOgzAMRP8lc4VCAgmwtb9RVchxjIgqEkSCOiD-vUAZ2qmbdfbdPXlhLcypb-dIU-ssa5hkl2_NAD7J7wuYrUsxA0SKMTv17DqOwfk0kE-38_TH30PsN7PIsRNQ8EIbCbxThUHKSyRtubGENQpVcoMCpalIc6SKaqhUVXLFqbY71FYcZp-O7K3NISQXfDtQ6oONrLkv7DNvdSPE-ArTzgKJNbmulcilkjoTghdKq_XxL_DAP_6xvgFYAmLa:1xYMk9:WbKHBrtR5oIieB8o0ebHxpw0K4uWVtU3h_Fy7TNZ03U', '2026-12-02 00:13:57.225262+00'),
	('wz0wy060zo621d5w51h9nwoahkd8rpgn', '.eJyFUDsOgzAMvUvmCuXPZ2uvUVXIJEZEFQkiQR0Qd2-gDO3UzX5-P3klLSxpaJeIc-ssaYgkl2-sA_NEvx9gsS7FAozBGIsTL67TFJxPI_p0O6k_-gHikMVKVyiMqizXgEoK4DVXylAKWlIUDHugnVAItKcWK2Ztx1hepcgUzng2zcFh8enwzmnOQHLBtyOmIdhImvtKPnOOmyDGV5j3LpBIw8pacya0KAsuy1rw7fHP72h_vGN7A2nkYcY:1xYMk9:2AkmTyXG4zCNZf4GTTuhBnvbJ7QCVIHxrYtITSK5Ti8', '2026-12-02 00:13:57.253695+00'),
	('gznv46xr8ipyhn8vb1rbzyef7lhjq95g', '.eJyFUEsOwiAQvQtr0xRaoNOdXsOYZoAxJUZoCo0L492ltQtduZu8eb-8JxtwyeOwJJoH71jPJDt8YwbtjcL6wMX5nCq0llKqdrw6TlP0Id8p5NNO_dGPmMYi1kYQKEtSkmwa1J1TEqBupQQOnAxdLYJyrai7mgva2MZhB4KDNvJaTEtwXELevEuat5h9DMOd8hhdYv35yT53iZswpUec1y6YWc81KMEb1ehK6Fq1r8s_u638tsbrDQgAYYM:1xYMk9:aSouitL5DdDCbJvqpOXgqzwg8yOU_9s4yAFqJn9qtnM', '2026-12-02 00:13:57.273796+00'),
	('1hlea9js7ho2exm2nbyblymsz71ubzev', '.eJyFkMFuwyAQRP-Fc2UFsIH1rfmNKrKWZSOjKmAFrB4i_3uwk0N76m01uzNvtA8x4VrnaS18n2IQo7Di47fmkb457QtcQ6ylQyIupXvr3eey5JjqjVM9v0__-GcsczODBx68U8zkFSpAA8b0Rhk5DLLX6qodQk9A7CgEJ0NPnmSw3oMbgr-20AbOa6pHdqNFwhpzmm5c5xyKGL8e4jU33IKl_OT73gWrGKUFo6Q22nb65CxYs13-CzzqH__YnkDQYuQ:1xYMk9:xINY4ZiDcYhVf8Zc2PunasWhQYEuJ-ergxlkR3ewKM0', '2026-12-02 00:13:57.31453+00'),
	('hu20twvyyj0bpt9ztmzpzzflqdd7j5ot', '.eJyFkL0OwjAMhN8lM6pI0_y4G7wGQpWTGDVCJBVJxVD13QmFASY26-y77-SFDTiXcZgz3YfgWc8M231rFt2V4muBsw8lN-gc5dx89OYwTSnEcqNYjp_TH_-IeazmzqPSlpwAAmqVNE5qf4HWtEZ76C6y2xsARdYaI5XrwEkl956EJbSc8xpawWmOZcuutOCwhBSHG5Ux-cz608Lec8VNmPMj3V9dsLCea1AtF0roRgjNAfR6_he41d_-sT4B7r1iOw:1xYMk9:tPFimGhSiTSB06Oo5khs9N3c8Ue26OstFV0z05_Whzo', '2026-12-02 00:13:57.343299+00'),
	('xw1617gff0oedsn6i5wr7kvrkllonp54', '.eJyFkMEOwiAMht-Fs1kKbDB209cwZumgZsQIy2DxYHx32dxBT16a5m_7_X_6ZD0ueeyXRHPvHeuYYYdvbUB7o7AOcHE-pwqtpZSqXa-O0xR9yHcK-bSv_tyPmMaVehUIJAeur1zIGoQDQa7VA-cErgXgSAZ0o2wtuVSkFWhhalIDCjIIBVqM4xLyxi5u3mL2MfR3ymN0iXXnJ_v0xW7ClB5xXrNgZh3XRomClboqpYFGvS7_gFv87R-vN2UhYVc:1xYMk9:vvF5nCKje1oPBOmYhP7tzIC-T_y9Xpv-DJGJT3yTEXQ', '2026-12-02 00:13:57.366032+00'),
	('5q9n9x0935oihfw1qkov88wp613uxlyv', '.eJyFkM0KwjAQhN8lZyn5a5L2pq8hUqbblAYxKSbFg_jutupBT96W2Z2Zj72zDkuZuiX7axcG1jLB2e5b7EFnH7cNliGUXIHI51x99Go_zynEcvGxHD6nP_4JeVrNDYypHSSEBhqnhR5NzyVxYdXoOAnpesNphAE1FtqRr73malAOtVYb1Fqcllhe2WtbIJSQYnfxZUpDZu3xzt7zWjcj51u6biworBW2MVIoo2ylbG2sfJz-5b3o3_94PAHckGHj:1xYMk9:f-klUcGMEutkXPt8YUdOpPxGyv40Aq3DxaX_B1Y6DfI', '2026-12-02 00:13:57.378349+00'),
	('wc8cbo1sri5fm0t3d99lu6vv9weqn8v8', '.eJyFkEuOwjAQRO_i9ShK-xM72cE1EIo67Y5iIewIO2KBuDsOsJhZza5_9arUDzHiVpZxy3wbgxeDABA_v4cT0oXjvsHNh5IbJOKcm--8OaxrCrFcOZbj9_SPfsG8VHGryWloHekWSHZ2ngilVt44pRiBewueJHezBIVyUnvfa9Ob2WkJPFdoNU5bLG92dQuEJaQ4XrksyWcxnB7iU1e7FXO-p9ueBYsYwPZdBXfKNspZY7R-nv8DvuN_HvJ8AR8oYfc:1xYMk9:_3hDbsutYZTw5kWQsPd4V-0-oYLUfBEQ54cwOBXfT3U', '2026-12-02 00:13:57.390063+00'),
	('835j6tk5qvnxoqs5r3u14fzy7rlkaf3d', '.eJyFkM0KwjAQhN8lZylJ89-bvoZI2SRbGsSkNCkexHc3_hz05G2Z3Zlv2BsZYavzuBVcxxjIQFhPdt-iA3_G9NzAFmItHXiPpXQfvdsvS46pXjDVw-f0xz9DmZvZSkaNkkh9QNTSaJRMBMutUQh8ksI4ZS0Nk-W9F4Y6gzp4BzAZcJapFtrAeUv1ld1o0UONOY0XrHMOhQzHG3nPDbdAKde8PrtAJQPTVvWMK647QVUrIu6nf4Gv-u-H3B-Fz2Kx:1xYMk9:ojTN1QPs8h3KMKqSlL6JxX3DlUEs2q9JpXDbBZcjlJo', '2026-12-02 00:13:57.411053+00'),
	('v3u7sl534lv3trdmayci5dvse27ih7ed', '.eJyFkL0OwjAMhN8lM6ryn7YbvAZClRMbNUIkFUnFgHh32sIAE5t19n138oMNMNdxmAvdhoisZ0Kx3bfoIVworRuYMdbSQAhUSvPRm_005ZjqlVI9fE5__COUccXy1pMnw0EitlYZJaTG4KQWwI1SJL0Di6bjnfT6jK4N5oxktefkrF2hS3CeU93YS1oMUGNOw5XqmLGw_vhg73mJm6CUe75ttsp64TorhbLKNVoaK3T7PP0DbvXfD3m-AHTYYoM:1xYMk9:091EkCBdX7EYq0kVZmm-cB_zoZiJhFfVx1fEI5wPkgw', '2026-12-02 00:13:57.429042+00'),
	('a2v6ceqdvbgp0xo4iluehivmgs86m3sf', '.eJyFkMkOwjAMRP8lZ1QlcZa2N_gNhCpnUyNEUjWpOCD-nbAc4MTNGnvmjXwjE251nrbi1yk6MhImyO5bNGjPPj03uLlYS4fW-lK6j97tlyXHVC8-1cPn9Mc_Y5mbOYBRjALjmrrB8kApmOC10dLZoAYmuBJMmt6h6xGsQAgoemlBCkopQgtt4Lyl-sputGixxpymi69zdoWMxxt5zw23YCnXvD67YCUj04PiDBToTggOEuT99C_wVf_9kPsDUztiOw:1xYMk9:FjVglaNMgQ3M_xpN3mUxFi_7Rbxz4AIOhRlxvzMSc5Y', '2026-12-02 00:13:57.446338+00'),
	('65fj7ahocpckwas6hh3mnkxmfbni8i1m', '.eJyFkMGOhCAQRP-FszHSQIPedn9jsjEtkGgmI0QgezD--6LjYfe0t0511atO72ykkuexJL-Ni2MDQ9b81iayT7-eCypuyakla31K7a23HzGGZc0vv-bP2_onP1Oaa1hy0L0mAdT3mtOENIGVXoAzri58h52waAEleN05pxQ4RGuMEjBpRxVai0NZ88WubYulvIR1fPk8B5fY8NjZe651kVL6Dtt5C2U2cN0jcIFCt2AUaoTj6z_gdf79j1i2GJKvJTt7-liJD94w1ry5SlaulL3hJ_T6UjUex_EDsnxx9g:1xYMk9:HDKL41JU27Rc-s2AORZ0C1OPOzNPMCklBT-MrJ7DqtA', '2026-12-02 00:13:57.451102+00');


--
-- Data for Name: django_tasks_database_dbtaskresult; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: mfa_authenticator; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.mfa_authenticator VALUES
	(1, 'totp', '{"secret": "gAAAAABrDroDkxJaLW152TLtChxoth2NOivIkHsjTSNkJGPKmV12-8yEr3wDMzNkfPcX_rj0y6UHjJY7YbR-WoOXVM0Frka5nRwk2MgyiTb-PgQGU_jLJdRC6UtHw6g9lp29HgGn1XBT"}', 1, '2026-12-01 12:13:55.402475+00', NULL),
	(2, 'recovery_codes', '{"seed": "gAAAAABrDroDc8pFnrR8FokzqFlII8vvY04BYEtNt_uX9aUsk4BBzKcJc_ozUFzPzsAJr1LnJo2eODGIt9bk8J4p5mlvPA0op-C8DaYIRQSApx2lFWp4bg5VJWK6hg2AvoNwHG0Jqomi7_7KD4YReYUhf7XItNMG2Vj4RwaWKOEAlmZdMN8Tw_Ia77W8fourkrW4HoPjdk8L", "used_mask": 0}', 1, '2026-12-01 12:13:55.406629+00', NULL),
	(3, 'totp', '{"secret": "gAAAAABrDroDmj9B4UwwAcN_B6VAqmZSkySFtDZKuT0gSymunwru6ZnqTXTMmPh0G-RczoMNM7-1jfusM--Lu466EuHoN7BwcC_QsYKmFWW-Po2yEYLA7Hk6QQmOuo4ZZcF-zfubyj-5"}', 5, '2026-12-01 12:13:55.425041+00', NULL),
	(4, 'recovery_codes', '{"seed": "gAAAAABrDroDPi0GVT1_tjsifh7W73vKvlE0_BL2GKklT0LF8c_WZe6p_Jd4DSg0b2WRzAbJMFvZK2G6BnjCn_LlRqgP6uzcjvsQdVXVjDasGLyJMcOEGuQY3e1qNBppZH093uZfg3eumnlxGlfuu8nKd8DGBxfIjlpCFKsmxp7f8elALTy82E_lcSNshjOwF5nApCmQjJQj", "used_mask": 0}', 5, '2026-12-01 12:13:55.428234+00', NULL),
	(5, 'totp', '{"secret": "gAAAAABrDroDzG0cqxJLmBSbyQkDKWvBkXlvY4ScdU5wumkaUpeFPf6y3TYWUvOB1Vgw1x4uvYnZcZkFFJYZYLZO00itnEgncsj-WN59jI2F7NVzL6b_EFyfyhwePKE3sodPhbntukmV"}', 6, '2026-12-01 12:13:55.435389+00', NULL),
	(6, 'recovery_codes', '{"seed": "gAAAAABrDroDsbkRNWfvbeBcZdSAw0V31WR1BfTNnjQ1kz34rzSHCsrDfSPR6VfebfUtVR5Nidb6jJczRlcGKK9oqzlI_hL2M9zEOGlw0dB5Zs13lnOnuVRxvwzVg5z76LtCbwYCX3hiEZktpolgtHU2eBsOHAjuWDzq-1rjRh1RpVdj_I-lnwDrxtzEEmpJHdVAejyak5hc", "used_mask": 0}', 6, '2026-12-01 12:13:55.438312+00', NULL),
	(7, 'totp', '{"secret": "gAAAAABrDroDmcHjD33nnAzMX2z3SoiA8VC7P221JA_0mawj8VEL9duDoqyv0dG5taX0ig3QzEFiCQAtJCoZXzjM62Ety_UtJBChenjFHQgns6gEaUyvsMffO8eMXeycXEsLg-sPgE1T"}', 7, '2026-12-01 12:13:55.444897+00', NULL),
	(8, 'recovery_codes', '{"seed": "gAAAAABrDroDeYiuQhQfKyAaeLIdeTsoVchJzVN3Y11G-R_tfU2WJIeiMsKQSox8adyZb-Q8DCoJy-u29unj-GLxhW0pbzN_14TbZjYciHBKq1VJIidrDV5naKY120e8Zx_XvWmR37URw-wnwzzuH8ym265rv032rbIIrRz9SRosyBulJ4K8WhNvjIRksjFNQa1905Umm0hI", "used_mask": 0}', 7, '2026-12-01 12:13:55.447708+00', NULL),
	(9, 'totp', '{"secret": "gAAAAABrDroDEPS-1chCm_L5MKxFjcbMJd0NfsklQNvOwe4aX9tZsFG9yZZ1Hqg1aDQEXGzat1-20Cc-bJ3iEFKZYwHWwb0wzkhcKPy-ouOBBm0gAP2NEzr8A71Dy7fdOdLYnMwnnBN8"}', 9, '2026-12-01 12:13:55.45717+00', NULL),
	(10, 'recovery_codes', '{"seed": "gAAAAABrDroDMlJfIbEBvQI9f6Ru9d7a7N4f6gUy7ToiylWrphflRBaMgMPPrKTR_4cMlykxZZlB2QLOfgcWJKZVIgQoSSeunu8rLbdNgvH1PsnioPwB_5KJIOp_usK3bWCq8PP5KuaCbyumi6mpCTy6ESwzD85afBWYsvHnekKR5V9iIN-5Sc2wG5oR3tVTmb5aLWcq1dwj", "used_mask": 0}', 9, '2026-12-01 12:13:55.459787+00', NULL),
	(11, 'totp', '{"secret": "gAAAAABrDroDinaxlV-idQ2NAK3LldmcVmeb_AZ18FPWhB2wCaBrjm4ganeKBSI6ve2X8xjCkN2zEwA7sv9DsY6UpHBXB-l8pviKffKdQB9RqH_f-h3o8vyWp1c2r9vJZq-QQIsLIVZB"}', 10, '2026-12-01 12:13:55.46553+00', NULL),
	(12, 'recovery_codes', '{"seed": "gAAAAABrDroDCweKLIBxLFFn-QXYQMsecw3hH4EIkFoN1sgzjRvZZvlUMwvCSSuACtsHCgE-Dz7uZTQGhFD5lwg0m1_IVpbLj3SzuCHJsn1SDHd_hcZY00Iej1xyZ8lTES_QpIBWxjLVntyXyIQ7ucacbd0ii8NBM9Xb1T8b2uFNC0ibSFGLqnsNF2mcSmCeH0AexhFtPzSK", "used_mask": 0}', 10, '2026-12-01 12:13:55.468412+00', NULL),
	(13, 'totp', '{"secret": "gAAAAABrDroD7wVZuIS9zDxg5Dyf_Khfln1OpVyPF_2V0VYUur1LvO2c6ly1cr16dF6tjZdC-ryaP6eSK8FQFlrKrO_AsJjiohh3QQe9eG398ciX00-KH8Xas0DosP2fYefPLyej4BBa"}', 11, '2026-12-01 12:13:55.474135+00', NULL),
	(14, 'recovery_codes', '{"seed": "gAAAAABrDroDvOUplTO8CqJrmx5U7fJ0FCtgDgBes_e10mt9VWW-hu4ajZ-w-vln7w0KGpVtNI9OAdHPiMneuplQCB0R9tjCGZnogNPtRP8iIQ7mT0DPNjg7u98_YjFpfNXepe-zTOFcWDAWC6dpU2fyIwMQ5DYjITt-rHX5UspwTqHBTjRCekr1dkTUUZX_gq-XAIYgJChj", "used_mask": 0}', 11, '2026-12-01 12:13:55.47692+00', NULL),
	(15, 'totp', '{"secret": "gAAAAABrDroDpP-v8z8D2eb_Ojqg3AlNMF2-buXIsXrlkzd7E3iSZviwOVDncaMrbeW9rbH2MxOsOcIIpwiQAetg_MRoFvGK4b-DMU5iCk0bp3ODRdAr1G-s9-fMiwilWeln-y-kdSVZ"}', 12, '2026-12-01 12:13:55.482019+00', NULL),
	(16, 'recovery_codes', '{"seed": "gAAAAABrDroDMTEmctTF2hQNAGeEZqlspfBOQQS93eqVrUPEo-PHXOCWdprVppZPrJ4bp3BPBrZiX8_s6j2Sd7PvBG3CDB3z__-VwATiLRzdmNxDirIVBDld4qic_Ael2Bt3Lju9L2SCbWF8-CzGy0N_jI-gVcwqfASZ0Xjr7lLPsFnXlgJf2c4k30HNE4wanvBKK4EJZkKg", "used_mask": 0}', 12, '2026-12-01 12:13:55.484883+00', NULL),
	(17, 'totp', '{"secret": "gAAAAABrDroDI3DTuoJWRyqeZgOZagYpDC4NeoJ0sQO35aeEKiXrHfMtg2ipDPWh6A4CRHhXPfq38Xen0_E8E_7uKoYFj0lrLBHsXuIVNjqB5s_PJIEFfutNlMeIizA3obsz1eaSKRB8"}', 14, '2026-12-01 12:13:55.494418+00', NULL),
	(18, 'recovery_codes', '{"seed": "gAAAAABrDroDD5CCryhvEOhqe6N903F45-TtnHVTbZj9eqLzkvdujSOGonvwZdAWXJ-e1yIRijFfffxBfV71SwU-dMI7DzyDaCFO9jSIeMBvUHgDz_lmWIBYlSCcxYYNvL0gJs7O_mXJuN648ppLCDpK9HUkq6Quq_k6rkOZR0BelyzetMswtfQU4lCdUflnibMm-V7Tjq-b", "used_mask": 0}', 14, '2026-12-01 12:13:55.497316+00', NULL),
	(19, 'totp', '{"secret": "gAAAAABrDroD-D26-G7yMnh6CkUSEU3BSAnJy4cFT302b9UMHutjYuBtb7hpri8xO73juc_wO-K9LHgy14j7x33tVmRYoae8v3VAms1XmifQnh8-69rEEfQ-swjrHWLrNHPuCfmmvBr2"}', 15, '2026-12-01 12:13:55.522039+00', NULL),
	(20, 'recovery_codes', '{"seed": "gAAAAABrDroDf8byN--yXDDgyu5ZpHQyc0bYGkAp-x_whY8adlZRH-J3bURNwNcU3EaSJX9IdNcOC25RAhnoKC0CAzj9qOTqOuxpbeKTHtszFvTOB2exGwQKlpVri_oB-yIWck1ZoJd1MKlU-JU0IZfF1a8MCzMIWEpnyPRyC-_S1D_cCajAKKtAGYKSGCTUGWklBcSYmSE8", "used_mask": 0}', 15, '2026-12-01 12:13:55.525589+00', NULL),
	(21, 'totp', '{"secret": "gAAAAABrDroD4q1yZyDNsnzQVdrGASmb2AkAE59psNr51wjmbN_YQr3JvlL6GPr-CBfzDo_gHEx_mEK42nb7hCHjFlkicsCibW9K7xIsxIDUIGDUWCBNFk_-w0feen6NhBqlxTHuoKVx"}', 16, '2026-12-01 12:13:55.664844+00', NULL),
	(22, 'recovery_codes', '{"seed": "gAAAAABrDroDnyhJZW-7DEvlNeRCqGyHRFSzO_Ibyu7ad3HTZhTyo3XXpiHhFNFBvWBAvy44sLpVk3Q6V76jVpzbAi_J2WBIO5e-MxCgYnAnfQrLVLpyvxtkBuKMmHwGOUGFNkpkYgYNKEzEGO3PrFLFjB2ZW4pSq2jtcFO6-c8UUCX_mmc2j3BZ_ytZpYebp26WRTuWAeGq", "used_mask": 0}', 16, '2026-12-01 12:13:55.667966+00', NULL),
	(23, 'totp', '{"secret": "gAAAAABrDroEE3QE1iYZhUEyYv2leNAjKNEtoUiOBvIV7JayA-mhQyV-kBJhzfge9M--3n5ERdv8krksLWSqGcdvWzSa7A5vB1aGwI5wVOxPDLNzcU80Hmdl7KcTXOO-d4HvJFRysUrX"}', 17, '2026-12-01 12:13:56.037721+00', NULL),
	(24, 'recovery_codes', '{"seed": "gAAAAABrDroEuX9v1IqULKVlm6YFrKO_swcyJ_e_CK_NCNxXJupyta-7AfN7Fy2ZsIQg78GJoG1uOAoflnzkn8dZG_y8XqPZQIibiYG3rgAqHNvO8MJ3xyvDIcNiMd3GYYWDLJ3Ml2nCAWAQ6lKkC-SgZoWIjLn1EkIuAYB6fJ6ok2dvTZyyC776idn7aUg3Z-NoHTNh7b5_", "used_mask": 0}', 17, '2026-12-01 12:13:56.040637+00', NULL),
	(25, 'totp', '{"secret": "gAAAAABrDroETQsutlnlrCDmHqfmvHDWamua9N6h4_ya7EBjWk4h4-4-Wmkpu2NUipiPmbKXWqpuxIAyLKvjEwbA7N94zbEzl8j76cw1yFojYBoQkboHRlGVgNKSxlc5skGEa2bSzIR-"}', 18, '2026-12-01 12:13:56.060105+00', NULL),
	(26, 'recovery_codes', '{"seed": "gAAAAABrDroEJFQaG619n2fcSPDIWxq1dGYTf1_6PmAy-gmJoug5eguVHhg-7ER32hIJ7GqVnsYuhTerzhzZRNX2IdGhD8_A-GmPnBHqmvSkzK5UU7OArNry5qCFDYw18VlovBQwgvJsV5WA-zsQWFKfx24FQ_BAvzpJUi_a1IntksE5P2cApRBGvr6xX5Rh6F4bpCxozG9d", "used_mask": 0}', 18, '2026-12-01 12:13:56.062664+00', NULL),
	(27, 'totp', '{"secret": "gAAAAABrDroEQFhyW2goZtn4B3Sp19UCRnlcC1X4CbC8ClS_mrOWALsq3zs8ZgRd1N_WQ2a1pZwjNO1LIOxpN8vZj1tIWC-IlaGBodlkvP6N7AifmMzhnlij0yLaYmSNHSmFKnFGxwTI"}', 19, '2026-12-01 12:13:56.068377+00', NULL),
	(28, 'recovery_codes', '{"seed": "gAAAAABrDroEiV-oxn7YiSKM5ZLKa2wkNmnqdUxwxPArBki5zUbalZf1uasZO2hxkU6Makgac3fv5aapDabvLsL_fLRFlXdw6DNOCKzOgSPELcGFrb6drF6FR744bVQ8BaySiDo66iIyz4VyJbKzrcrK_UtOrlbr6m5J_oFAWRxyXRMQgjZKbnQ_4eh-wxHnPUIAlJtIEEPM", "used_mask": 0}', 19, '2026-12-01 12:13:56.070792+00', NULL),
	(29, 'totp', '{"secret": "gAAAAABrDroEnXOsPzp15iH9WPGMvYbVig11SsE4Cn_nrVskje3heBnHD43NnU4flXKjfNPELqfqIVOy6phX3r-YYlFGcXFfxuXrIKOmsh6na6QFWWA-kxQiHT_aML9OdYz3SofQ2rIA"}', 20, '2026-12-01 12:13:56.509786+00', NULL),
	(30, 'recovery_codes', '{"seed": "gAAAAABrDroEZb5Vu7N4EX6MB0-pdPdzeQ26KAYHp4SPOkyrPgwkR53NKr25UU7RgJpKlYmmnNpYoW1iG0BxXL4Kk4at2Bwf78wtLShqIEIlomRiUe8qLjrF5whU6n47SNqUUjHX4ERvmCn_JdhL8IzjXKuKuB5Ok-WwIQH7zR0pU1EVG2uF3V6JrlcCrJckXraiX5NsXZNb", "used_mask": 0}', 20, '2026-12-01 12:13:56.512427+00', NULL),
	(31, 'totp', '{"secret": "gAAAAABrDroEZk5yLpUQccH2AWTIED1F2Uwi3jaI5JctWh8dPenoUNkUxR_Yo9jnwEtn5iTCgfR7WfIJXuFvP3JptPzFzWO59a6nrZXyylu1pnLPfkJiuNZ9yOP5oLBaqMd7h0sDmi1_"}', 21, '2026-12-01 12:13:56.877357+00', NULL),
	(32, 'recovery_codes', '{"seed": "gAAAAABrDroEkDog-N7mZ_-SUc9flL3lj22yzigWrZ-DOuyGR31pfTTACgO-w9er-6aZEJPqkjcQh2O5RaKyFz1a3cynCW0F1CN_ko-ANfwPSU82mqNZg-XwYZkJQnEzbJILwthH9wlDlbdVcsbk3VFXHwtboabPa6XFDpvGLjxMIcVvKIXsSYmGNcUZ75AZK_HImlWsGqwl", "used_mask": 0}', 21, '2026-12-01 12:13:56.880188+00', NULL),
	(33, 'totp', '{"secret": "gAAAAABrDroEkMFz3PBv7q3OPyzz_eimI59gUN89jrUW_s9ZoEMSfOxy9dqRJWJg6qKhi26e79CImlyirkie6l0z0V82bXp-DsMJOYWcWxI1wTByhPmWJ3wr2M5S2pfG0TZ1xxVnb_au"}', 22, '2026-12-01 12:13:56.895014+00', NULL),
	(34, 'recovery_codes', '{"seed": "gAAAAABrDroEUHW7aQdiyoim4qLrWIHvXHdTssOAil4xV0aSfrKjp96ZjlxjqfpozIYJba87wClu6-Oi1BkbEa_qVGmNXQoHGCsCevps2Dk_qpeRE94xXhom_1k0UtvLvcz8Q1_0DHDz8AaaJTEkAXsE_4hAVMaEawMqrXw90UtbtrMwtsV6vZWbWmsWcYdAARwsV1RDY6LR", "used_mask": 0}', 22, '2026-12-01 12:13:56.897868+00', NULL),
	(35, 'totp', '{"secret": "gAAAAABrDroEE0yJo7tbHGvjS4_HGjUoEdTNSfrJMSVDxTkrknJBXPBtOwQ0KaFnvxoxVETxl0QVXW1B04qwKNyDtA3HZ1XOuUIB2816m5XLsmmBkhUQp0rEjSqKBrBEVV-dykiTTAlJ"}', 23, '2026-12-01 12:13:56.903288+00', NULL),
	(36, 'recovery_codes', '{"seed": "gAAAAABrDroET9GN_qIYLk_sAYM-1e98twP8Bcp9CRB-VSPg67Y56rgmDeRPzpwGsk05EiCInPzlwiqaggrgJvmeXeHoDkMw448yc5AR3cOeFD9CED0YBYvIxDXSyOwdTbz0AaTDoKrFTEL7cVCt4lkO-XJRRCqrH2EpPAQZq8m8iwMpXXN29Amr4lL041ggA_YoqqZ16GC_", "used_mask": 0}', 23, '2026-12-01 12:13:56.905754+00', NULL),
	(37, 'webauthn', '{"name": "laptop", "credential": {"id": "wr8Se1YUTFi8pDsZPoS-Yw", "type": "public-key", "rawId": "wr8Se1YUTFi8pDsZPoS-Yw", "response": {"clientDataJSON": "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoiWTJoaGJHeGxibWRsIiwib3JpZ2luIjoiaHR0cHM6Ly90ZXN0c2VydmVyIiwiY3Jvc3NPcmlnaW4iOmZhbHNlfQ", "attestationObject": "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YViU69q3JHqY58lN6TBm0kw4r9mgyimONoS0ersRMfzJ8gBFAAAAAAAAAAAAAAAAAAAAAAAAAAAAEMK_EntWFExYvKQ7GT6EvmOlAQIDJiABIVggmL3gsV_-lMKqw2crUg4POWerybl-0ZMJyUDFAYWIhuEiWCBlto3ptCuobEI695yYuxdawQjoYz4ETqMkP_r120bqUA"}, "clientExtensionResults": {}}}', 11, '2026-12-01 12:13:57.13021+00', NULL),
	(38, 'totp', '{"secret": "gAAAAABrDroFvgcmosUERpFvG0xHH2YtDC4A6jt7L5YzQlRvoLpVhfpYyXBHAVa_3ypxfmPLRkTdSvV4y42SlZx5KuwYPnLQthoQh_YGm5TxKI_aiEDLMscjkpimZrQHU1tH2K3-pO7h"}', 27, '2026-12-01 12:13:57.460647+00', NULL),
	(39, 'recovery_codes', '{"seed": "gAAAAABrDroFExc0FpRwWIH1HNjm-TlWsifQWBrXuMMNbF93SOYciyClhwR07Tz8yuQINRgbZlC3zkGoFyrjQcO55S64tkLZyl2cf0g7VcX5uD6UflKyvvAam2uNxylc7qwDiQi4Xdyz9ob9jAzxP8CVfbTbsBlZyOEtEU7jF25gbjOH9WCKo5Bc8LsAS3lex2hIag8PujWn", "used_mask": 0}', 27, '2026-12-01 12:13:57.463671+00', NULL);


--
-- Data for Name: portal_cache; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: standards_area; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.standards_area VALUES
	(1000001, 1000001, 'I', 1, 'STANDARDY PODSTAWOWE'),
	(1000002, 1000001, 'II', 2, 'PROCES OBSŁUGI'),
	(1000003, 1000001, 'III', 3, 'ROZMOWY TELEFONICZNE'),
	(1000004, 1000001, 'IV', 4, 'Korespondencja e-mail'),
	(1000005, 1000001, 'V', 5, 'TRUDNE SYTUACJE'),
	(1, 1, 'I', 1, 'Obsługa przy stanowisku'),
	(2, 1, 'II', 2, 'Obsługa przy stanowisku');


--
-- Data for Name: standards_assessability; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.standards_assessability VALUES
	(1000001, 1000001, '["counter"]', '["counter", "office"]', '[]', 'appearance', NULL, false, 'employee', false, false, 1, 'overall appearance', NULL, false, 'Czy ubiór i wygląd pracownika miały charakter służbowy?', '[]', '[]', 'służbowy ubiór i wygląd', '', '', NULL, NULL, NULL, NULL),
	(1000002, 1000002, '["counter"]', '["counter", "office"]', '[]', 'appearance', NULL, true, 'employee', false, false, 1, '', NULL, false, 'Czy ubiór lub higiena pracownika były rażąco zaniedbane?', '[]', '[]', 'rażąco zaniedbany ubiór lub higiena', 'tylko rażące naruszenie; bez uwag o ciele, bez zdjęć', '', NULL, NULL, NULL, NULL),
	(1000003, 1000003, '["counter"]', '["counter", "office"]', '[]', 'appearance', NULL, true, 'employee', false, false, 1, '', NULL, false, 'Czy pracownik rażąco zaniedbał wygląd rąk, paznokci lub włosów?', '[]', '[]', 'zaniedbany wygląd rąk lub włosów', 'tylko rażące naruszenie; bez uwag o ciele, bez zdjęć', '', NULL, NULL, NULL, NULL),
	(1000004, 1000004, '["counter"]', '["counter", "office"]', '[]', 'appearance', NULL, true, 'employee', false, false, 1, '', NULL, false, 'Czy przy pracowniku czuć było intensywny zapach kosmetyków?', '[]', '[]', 'intensywny zapach kosmetyków', 'gdy odległość była za duża: nie zaobserwowano', '', NULL, NULL, NULL, NULL),
	(1000005, 1000005, '[]', '[]', '[]', '', NULL, false, 'employee', false, false, 0, '', NULL, false, '', '[]', '[]', '', 'dotyczy ciała', '', NULL, NULL, NULL, NULL),
	(1000006, 1000006, '["counter"]', '["counter", "office"]', '[]', 'appearance', NULL, true, 'employee', false, false, 1, '', NULL, false, 'Czy makijaż lub ozdoby pracownika rzucały się w oczy?', '[]', '[]', 'rzucający się w oczy makijaż lub ozdoby', 'nigdy nie zapisuje się, kto co nosi', '', NULL, NULL, NULL, NULL),
	(1000007, 1000007, '["counter"]', '["counter"]', '[]', 'handling', 1000012, false, 'unit', false, false, 1, '', NULL, false, 'Czy potrzebny formularz był przygotowany?', '[]', '[]', 'przygotowane formularze', '', '', NULL, NULL, NULL, NULL),
	(1000008, 1000008, '["counter"]', '["counter"]', '[]', 'handling', 1000012, false, 'employee', false, false, 1, '', NULL, false, 'Czy pracownik, tłumacząc, jak wypełnić formularz, posłużył się wypełnionym wzorem?', '[]', '[]', 'użycie wypełnionego wzoru formularza', '', '', NULL, NULL, NULL, NULL),
	(1000009, 1000009, '["counter"]', '["counter"]', '[]', 'handling', 1000012, false, 'employee', false, false, 1, '', NULL, false, 'Czy pracownik wyjaśnił, po co wypełnia się formularz, w ilu egzemplarzach i jakie informacje podać?', '["cel wypełnienia", "liczba egzemplarzy", "zakres informacji"]', '[]', 'wyjaśnienie celu formularza', '', '', NULL, NULL, NULL, NULL),
	(1000010, 1000010, '["counter"]', '["counter"]', '[]', 'handling', 1000012, false, 'employee', false, false, 1, '', NULL, false, 'Czy pracownik powiedział klientowi, komu i gdzie złożyć wypełniony formularz?', '[]', '[]', 'wskazanie miejsca złożenia formularza', '', '', NULL, NULL, NULL, NULL),
	(1000011, 1000011, '["counter"]', '["counter"]', '[]', 'handling', 1000012, false, 'employee', false, false, 1, '', NULL, false, 'Czy pracownik poinformował klienta, jakie dokumenty powinien dostarczyć do urzędu?', '[]', '[]', 'informacja o wymaganych dokumentach', 'kartę informacyjną ocenia się tylko w 9.7', '', NULL, NULL, NULL, NULL),
	(1000012, 1000012, '["counter"]', '["counter"]', '[]', 'handling', 1000013, false, 'employee', false, false, 1, '', NULL, false, 'Czy pracownik poinformował klienta o wszystkich opłatach i wskazał, gdzie można je wnieść?', '["informacja o wszystkich opłatach", "wskazanie miejsca zapłaty"]', '[]', 'informacja o opłatach', '', '', NULL, NULL, NULL, NULL),
	(1000013, 1000013, '["counter"]', '["counter"]', '[]', 'handling', 1000012, false, 'employee', false, false, 1, 'understood', NULL, false, 'Czy pracownik upewnił się, że klient dobrze zrozumiał wyjaśnienia?', '[]', '[]', 'sprawdzenie zrozumienia wyjaśnień', '', '', NULL, NULL, NULL, NULL),
	(1000014, 1000014, '["phone"]', '["phone"]', '[]', 'behaviour', NULL, false, 'employee', false, false, 1, 'introduces themselves', NULL, false, 'Czy pracownik przedstawił się, podając imię i nazwisko oraz nazwę komórki organizacyjnej?', '["imię i nazwisko", "nazwa komórki organizacyjnej"]', '[]', 'przedstawienie się przez telefon', '', '', NULL, NULL, NULL, NULL),
	(1000015, 1000015, '["phone"]', '["phone"]', '[]', 'behaviour', NULL, false, 'employee', false, false, 1, '', NULL, false, 'Czy pracownik zapytał, w czym może pomóc?', '[]', '[]', 'propozycja pomocy przez telefon', '', '', NULL, NULL, NULL, NULL),
	(1000016, 1000016, '["phone"]', '["phone"]', '[]', 'handling', 1000009, false, 'employee', false, false, 1, '', NULL, false, 'Czy pracownik dopytał klienta o szczegóły sprawy?', '[]', '[]', 'dopytanie o szczegóły przez telefon', '', '', NULL, NULL, NULL, NULL),
	(1000017, 1000017, '["phone"]', '["phone"]', '[]', 'handling', NULL, false, 'employee', false, false, 1, '', NULL, false, 'Czy pracownik wysłuchał klienta do końca, zanim zaczął odpowiadać lub działać?', '[]', '[]', 'wysłuchanie dzwoniącego do końca', '', '', NULL, NULL, NULL, NULL),
	(1000018, 1000018, '["phone"]', '["phone"]', '[]', 'handling', NULL, false, 'employee', false, false, 1, '', NULL, false, 'Czy pracownik podał dokładne informacje albo poprosił o numer i obiecał oddzwonić najpóźniej następnego dnia?', '[]', '[]', 'dokładne informacje przez telefon', '', '', NULL, NULL, NULL, NULL),
	(1000019, 1000019, '["phone"]', '["phone"]', '[]', 'resolution', 1000020, false, 'employee', false, false, 1, 'repeats what was agreed', NULL, false, 'Czy pracownik powtórzył ustalenia i upewnił się, że klient dobrze je zrozumiał?', '["powtórzenie ustaleń", "upewnienie się, że klient zrozumiał"]', '[]', 'powtórzenie ustaleń', '', '', NULL, NULL, NULL, NULL),
	(1000020, 1000020, '["phone"]', '["phone"]', '[]', 'resolution', NULL, false, 'employee', false, false, 1, '', NULL, false, 'Czy pracownik poczekał z odłożeniem słuchawki, aż klient rozłączy się pierwszy?', '[]', '[]', 'odłożenie słuchawki po kliencie', '', '', NULL, NULL, NULL, NULL),
	(1000021, 1000021, '["phone"]', '[]', '["records"]', 'resolution', 1000032, false, 'employee', true, false, 1, '', 1000022, false, 'Czy pracownik zadzwonił do klienta, żeby podać nowy termin kontaktu?', '[]', '[]', 'podanie nowego terminu kontaktu', '', '', NULL, NULL, NULL, NULL),
	(1000022, 1000022, '["phone"]', '[]', '["records"]', 'resolution', 1000031, false, 'employee', true, false, 1, 'promised contact', 1000021, false, 'Czy pracownik skontaktował się z klientem w ustalonym terminie?', '[]', '[]', 'oddzwonienie w ustalonym terminie', '', '', NULL, NULL, NULL, NULL),
	(1000023, 1000023, '["phone"]', '[]', '["records"]', 'resolution', 1000030, false, 'unit', true, false, 1, 'missed call', NULL, false, 'Czy oddzwoniono do klienta, którego połączenia nie odebrano?', '[]', '[]', 'oddzwanianie na nieodebrane połączenia', '', '', NULL, NULL, NULL, NULL),
	(1000024, 1000024, '[]', '["phone"]', '[]', 'behaviour', 1000019, false, 'employee', false, false, 1, '', NULL, false, 'Czy pracownik zapytał klienta o zgodę na rozmowę w trybie głośnomówiącym?', '[]', '[]', 'zgoda na tryb głośnomówiący', '', '', NULL, NULL, NULL, NULL),
	(1000025, 1000025, '["counter"]', '["counter"]', '[]', 'surroundings', 1000003, false, 'unit', false, false, 1, '', 1000026, false, 'Czy klienta obsłużono w miejscu do tego przystosowanym?', '[]', '[]', 'obsługa w miejscu przystosowanym', '23.1 i 23.2 wykluczają się', '', NULL, NULL, NULL, NULL),
	(1000026, 1000026, '["counter"]', '["counter"]', '[]', 'surroundings', 1000003, false, 'unit', false, false, 1, '', 1000025, false, 'Czy klienta, dla którego nie było przystosowanego miejsca, obsłużono w dogodnym dla niego miejscu na terenie urzędu?', '[]', '[]', 'obsługa w miejscu dogodnym', '23.1 i 23.2 wykluczają się', '', NULL, NULL, NULL, NULL),
	(1000027, 1000027, '["counter"]', '["counter"]', '[]', 'behaviour', 1000002, false, 'employee', false, false, 1, '', NULL, false, 'Czy pracownik reagował na potrzeby klienta taktownie, nie podkreślając jego wieku ani niepełnosprawności?', '[]', '[]', 'takt wobec wieku i niepełnosprawności', '', '', NULL, NULL, NULL, NULL),
	(1, 1, '["counter"]', '[]', '[]', 'appearance', NULL, false, 'employee', false, false, 1, '', NULL, false, 'Czy kubek stał z dala od krawędzi biurka?', '[]', '[]', 'kubek a', '', '', NULL, NULL, NULL, NULL),
	(2, 2, '["counter"]', '[]', '[]', 'appearance', 1, false, 'employee', false, false, 1, '', NULL, false, 'Czy kubek stał z dala od krawędzi biurka?', '[]', '[]', 'kubek b', '', '', NULL, NULL, NULL, NULL),
	(3, 3, '["counter"]', '[]', '[]', 'appearance', NULL, false, 'employee', false, false, 1, '', NULL, false, 'Czy kubek stał z dala od krawędzi biurka?', '[]', '[]', 'kubek c', '', '', NULL, NULL, NULL, NULL),
	(4, 4, '["counter"]', '[]', '[]', 'appearance', 1, false, 'employee', false, false, 1, '', NULL, false, 'Czy kubek stał z dala od krawędzi biurka?', '[]', '[]', 'kubek d', '', '', NULL, NULL, NULL, NULL),
	(5, 5, '["counter"]', '[]', '[]', 'appearance', NULL, false, 'employee', false, false, 1, '', NULL, false, 'Czy kubek stał z dala od krawędzi biurka?', '[]', '[]', 'kubek e', '', '', NULL, NULL, NULL, NULL);


--
-- Data for Name: standards_edition; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.standards_edition VALUES
	(1000001, '75-2016', 'STANDARDY OBSŁUGI KLIENTA W URZĘDZIE M.ST. WARSZAWY', NULL),
	(1, '2-2026', 'Standardy obsługi w urzędzie próbnym', NULL),
	(2, 'wycofane', 'Standardy obsługi w urzędzie próbnym', NULL),
	(3, 'wydanie-2', 'Standardy obsługi w urzędzie próbnym', NULL);


--
-- Data for Name: standards_historicalarea; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.standards_historicalarea VALUES
	(1, 'I', 1, 'Obsługa przy stanowisku', NULL, 1, 1, '2026-12-01 12:13:55.306659+00', '+', NULL),
	(2, 'II', 2, 'Obsługa przy stanowisku', NULL, 1, 2, '2026-12-01 12:13:55.309333+00', '+', NULL);


--
-- Data for Name: standards_historicalassessability; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.standards_historicalassessability VALUES
	(1, '["counter"]', '[]', '[]', 'appearance', false, 'employee', false, false, 1, '', false, 'Czy kubek stał z dala od krawędzi biurka?', '[]', '[]', 'kubek a', '', '', NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, 1, '2026-12-01 12:13:55.321238+00', '+', NULL),
	(2, '["counter"]', '[]', '[]', 'appearance', false, 'employee', false, false, 1, '', false, 'Czy kubek stał z dala od krawędzi biurka?', '[]', '[]', 'kubek b', '', '', NULL, NULL, NULL, 2, 1, NULL, NULL, NULL, 2, '2026-12-01 12:13:55.328719+00', '+', NULL),
	(3, '["counter"]', '[]', '[]', 'appearance', false, 'employee', false, false, 1, '', false, 'Czy kubek stał z dala od krawędzi biurka?', '[]', '[]', 'kubek c', '', '', NULL, NULL, NULL, 3, NULL, NULL, NULL, NULL, 3, '2026-12-01 12:13:55.336686+00', '+', NULL),
	(4, '["counter"]', '[]', '[]', 'appearance', false, 'employee', false, false, 1, '', false, 'Czy kubek stał z dala od krawędzi biurka?', '[]', '[]', 'kubek d', '', '', NULL, NULL, NULL, 4, 1, NULL, NULL, NULL, 4, '2026-12-01 12:13:55.341838+00', '+', NULL),
	(5, '["counter"]', '[]', '[]', 'appearance', false, 'employee', false, false, 1, '', false, 'Czy kubek stał z dala od krawędzi biurka?', '[]', '[]', 'kubek e', '', '', NULL, NULL, NULL, 5, NULL, NULL, NULL, NULL, 5, '2026-12-01 12:13:55.349544+00', '+', NULL);


--
-- Data for Name: standards_historicaledition; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.standards_historicaledition VALUES
	(1000001, '75-2016', 'STANDARDY OBSŁUGI KLIENTA W URZĘDZIE M.ST. WARSZAWY', NULL, NULL, 1, '2026-12-01 12:13:55.266966+00', '+', NULL),
	(1, '2-2026', 'Standardy obsługi w urzędzie próbnym', NULL, NULL, 2, '2026-12-01 12:13:55.301128+00', '+', NULL),
	(2, 'wycofane', 'Standardy obsługi w urzędzie próbnym', NULL, NULL, 3, '2026-12-01 12:13:57.87551+00', '+', NULL),
	(3, 'wydanie-2', 'Standardy obsługi w urzędzie próbnym', NULL, NULL, 4, '2026-12-01 12:13:57.881442+00', '+', NULL);


--
-- Data for Name: standards_historicaloccasion; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.standards_historicaloccasion VALUES
	(1, 'formularz', 'formularz', 'Czy potrzebny był formularz?', false, 1, NULL, NULL, 1, NULL, 1, '2026-12-01 12:13:55.303421+00', '+', NULL);


--
-- Data for Name: standards_historicalpoint; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.standards_historicalpoint VALUES
	(1, 1, 'numer pokoju', '[]', NULL, 4, 1, '2026-12-01 12:13:55.357668+00', '+', NULL),
	(2, 2, 'termin', '[]', NULL, 4, 2, '2026-12-01 12:13:55.363783+00', '+', NULL);


--
-- Data for Name: standards_historicalrecommendation; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.standards_historicalrecommendation VALUES
	(1, '1', 1, 'Wstań, gdy klient podchodzi.', '[]', 'c3480f43-35dc-4dbb-ac47-d2ede83709f9', false, NULL, NULL, 1, 1, '2026-12-01 12:13:55.317189+00', '+', NULL),
	(2, '2', 2, 'Powiedz „Dzień dobry”.', '[]', '9ab8c749-9c7b-4828-8c80-8ee6d77f13a9', false, NULL, NULL, 1, 2, '2026-12-01 12:13:55.325769+00', '+', NULL),
	(3, '1', 1, 'Nie przerywaj klientowi.', '[]', 'f6812f4e-314e-4016-b899-568ab6b2c798', false, NULL, NULL, 2, 3, '2026-12-01 12:13:55.334003+00', '+', NULL),
	(4, '2', 2, 'Podaj klientowi:', '[]', '6bcfbf87-1211-42d5-92e1-46c12ab54efd', false, NULL, NULL, 2, 4, '2026-12-01 12:13:55.339378+00', '+', NULL),
	(5, '1', 1, 'Odprowadź klienta wzrokiem.', '[]', '00be32cb-57b1-4591-ae10-181cd54c7475', false, NULL, NULL, 3, 5, '2026-12-01 12:13:55.347001+00', '+', NULL);


--
-- Data for Name: standards_historicalstandard; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.standards_historicalstandard VALUES
	(1, '1', 1, 'Dbaj o porządek na biurku', 'Porządek na biurku świadczy o porządku w sprawach.', NULL, 1, 1, 1, '2026-12-01 12:13:55.312815+00', '+', NULL),
	(2, '2', 2, 'Dbaj o porządek na biurku', 'Porządek na biurku świadczy o porządku w sprawach.', NULL, 1, 1, 2, '2026-12-01 12:13:55.331562+00', '+', NULL),
	(3, '3', 3, 'Dbaj o porządek na biurku', 'Porządek na biurku świadczy o porządku w sprawach.', NULL, 1, 2, 3, '2026-12-01 12:13:55.344631+00', '+', NULL);


--
-- Data for Name: standards_occasion; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.standards_occasion VALUES
	(1000001, 1000001, 'client-unsure', 'niepewność klienta', 'Czy po zachowaniu klienta było widać, że nie wie, dokąd pójść lub co zrobić?', false, 1, NULL, NULL),
	(1000002, 1000001, 'older-or-disabled-client', 'osoba starsza lub z niepełnosprawnością', 'Czy obsługiwano osobę starszą lub z niepełnosprawnością?', false, 2, NULL, NULL),
	(1000003, 1000001, 'impossible-at-the-desk', 'obsługa przy stanowisku niemożliwa', 'Czy obsługa osoby starszej lub z niepełnosprawnością przy zwykłym stanowisku była niemożliwa?', false, 3, NULL, NULL),
	(1000004, 1000001, 'wait-at-the-desk', 'oczekiwanie przy stanowisku', 'Czy klient przy stanowisku czekał, aż pracownik skończy inną czynność?', false, 4, NULL, NULL),
	(1000005, 1000001, 'phone-rings-during-service', 'telefon podczas obsługi', 'Czy telefon zadzwonił, gdy pracownik obsługiwał klienta przy stanowisku?', false, 5, NULL, NULL),
	(1000006, 1000001, 'employee-leaves-the-desk', 'odejście od stanowiska', 'Czy pracownik odszedł od stanowiska podczas obsługi?', false, 6, NULL, NULL),
	(1000007, 1000001, 'third-person-interrupts', 'osoba trzecia przy obsłudze', 'Czy podczas obsługi klienta inna osoba próbowała uzyskać informacje?', false, 7, NULL, NULL),
	(1000008, 1000001, 'client-did-not-understand', 'niezrozumienie wyjaśnień', 'Czy klient dał znać, że czegoś nie rozumie?', false, 8, NULL, NULL),
	(1000009, 1000001, 'matter-unclear', 'niejasna sprawa', 'Czy do zrozumienia sprawy klienta potrzebne były dodatkowe pytania?', false, 9, NULL, NULL),
	(1000010, 1000001, 'complex-procedure', 'złożona sprawa', 'Czy sprawa była złożona, np. wymagała od klienta wielu czynności?', false, 10, NULL, NULL),
	(1000011, 1000001, 'typical-matter', 'typowa sprawa', 'Czy sprawa była typowa, czyli taka, do której jest karta informacyjna?', true, 11, NULL, NULL),
	(1000012, 1000001, 'form', 'formularz', 'Czy potrzebny był formularz?', false, 12, NULL, NULL),
	(1000013, 1000001, 'fee', 'opłata', 'Czy sprawa wymagała wniesienia opłaty?', false, 13, NULL, NULL),
	(1000014, 1000001, 'papers-filed', 'złożenie dokumentów', 'Czy klient złożył dokumenty?', false, 14, NULL, NULL),
	(1000015, 1000001, 'error-in-papers', 'błąd w dokumentach', 'Czy w formularzach lub dokumentach złożonych przez klienta był błąd?', false, 15, NULL, NULL),
	(1000016, 1000001, 'asked-about-a-clients-data', 'pytanie o innego klienta', 'Czy dzwoniący pytał o dane lub sprawę innego klienta?', true, 16, NULL, NULL),
	(1000017, 1000001, 'transfer', 'przełączenie rozmowy', 'Czy pracownik przełączał rozmowę do innej osoby lub komórki?', false, 17, NULL, NULL),
	(1000018, 1000001, 'transfer-failed', 'nieudane przełączenie', 'Czy próba przełączenia rozmowy zakończyła się niepowodzeniem?', false, 18, NULL, NULL),
	(1000019, 1000001, 'speakerphone', 'tryb głośnomówiący', 'Czy pracownik rozmawiał w trybie głośnomówiącym?', false, 19, NULL, NULL),
	(1000020, 1000001, 'something-agreed', 'ustalenia', 'Czy coś uzgodniono?', false, 20, NULL, NULL),
	(1000021, 1000001, 'absence', 'dłuższa nieobecność', 'Czy pracownik, do którego napisano, był w tym czasie dłużej nieobecny w pracy?', false, 21, NULL, NULL),
	(1000022, 1000001, 'attachment', 'załącznik', 'Czy wiadomość miała załącznik lub go zapowiadała?', false, 22, NULL, NULL),
	(1000023, 1000001, 'refusal', 'decyzja odmowna', 'Czy klientowi przekazano decyzję odmowną?', false, 23, NULL, NULL),
	(1000024, 1000001, 'complaint', 'skarga', 'Czy klient składał skargę?', false, 24, NULL, NULL),
	(1000025, 1000001, 'mistake', 'pomyłka urzędu', 'Czy w sprawie klienta doszło do pomyłki po stronie urzędu?', false, 25, NULL, NULL),
	(1000026, 1000001, 'aggression', 'agresywne zachowanie', 'Czy klient zachowywał się agresywnie?', false, 26, NULL, NULL),
	(1000027, 1000001, 'legal-basis-needed', 'potrzebna podstawa prawna', 'Czy wobec agresywnego klienta trzeba było powołać się na podstawę prawną?', false, 27, NULL, NULL),
	(1000028, 1000001, 'danger', 'zagrożenie dla ludzi lub mienia', 'Czy agresywne zachowanie klienta zagrażało ludziom lub mieniu?', false, 28, NULL, NULL),
	(1000029, 1000001, 'gift', 'prezent', 'Czy klient chciał dać pracownikowi prezent?', false, 29, NULL, NULL),
	(1000030, 1000001, 'missed-call', 'nieodebrane połączenie', 'Czy było nieodebrane połączenie od klienta?', false, 30, NULL, NULL),
	(1000031, 1000001, 'promised-call-back', 'obietnica oddzwonienia', 'Czy pracownik obiecał, że oddzwoni?', false, 31, NULL, NULL),
	(1000032, 1000001, 'information-not-ready', 'informacja niegotowa w terminie', 'Czy obiecana informacja nie była gotowa w terminie?', false, 32, NULL, NULL),
	(1000033, 1000001, 'employee-calls', 'telefon do klienta', 'Czy pracownik sam zadzwonił do klienta?', false, 33, NULL, NULL),
	(1, 1, 'formularz', 'formularz', 'Czy potrzebny był formularz?', false, 1, NULL, NULL);


--
-- Data for Name: standards_point; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.standards_point VALUES
	(1, 4, 1, 'numer pokoju', '[]'),
	(2, 4, 2, 'termin', '[]');


--
-- Data for Name: standards_publication; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.standards_publication VALUES
	(1000001, 1000001, 'Zarządzenie nr 75/2016 Prezydenta m.st. Warszawy z dnia 26 stycznia 2016 r.', '2016-01-26', '2016-01-26 00:00:00+00', NULL),
	(1, 2, 'Zarządzenie nr 1/2020 Burmistrza Próbnego z dnia 2 stycznia 2020 r.', '2020-02-01', '2020-01-02 09:00:00+00', NULL),
	(2, 3, 'Zarządzenie nr 1/2020 Burmistrza Próbnego z dnia 2 stycznia 2020 r.', '2020-02-01', '2020-01-02 09:00:00+00', NULL);


--
-- Data for Name: standards_recommendation; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.standards_recommendation VALUES
	(1000001, 1000001, '1', 1, 'Zawsze pamiętaj, że reprezentujesz Urząd m.st. Warszawy. Twój ubiór i wygląd muszą budzić zaufanie klientów.', '[]', 'b03a45a7-4756-586b-b8da-ef913570b4d0', false, NULL),
	(1000002, 1000001, '2', 2, 'Dbaj o czystość i higienę osobistą.', '[]', 'd6223a55-e393-5d7f-af5f-cd8baa617b52', false, NULL),
	(1000003, 1000001, '3', 3, 'Dbaj o estetyczny wygląd rąk, paznokci i włosów.', '[]', 'ddb6a7b9-9daf-56dc-b73f-ad223d0a778c', false, NULL),
	(1000004, 1000001, '4', 4, 'Używaj kosmetyków o stonowanych, subtelnych zapachach.', '[]', '78950ba6-c0be-596f-92c9-d0f8e126a846', false, NULL),
	(1000005, 1000001, '5', 5, 'Pamiętaj, aby ubrania dobierać odpowiednio do swojej osoby (np. typu sylwetki) i powagi Urzędu (pory dnia), który reprezentujesz.', '[]', 'b98e9124-ff89-50a0-bc60-5950a06dc852', false, NULL),
	(1000006, 1000001, '6', 6, 'Decydując się na makijaż i ozdoby pamiętaj, aby były dyskretne i nie rzucające się w oczy.', '[]', '32ab094c-4332-57b2-ac9f-915444bb7f49', false, NULL),
	(1000007, 1000002, '1', 1, 'Miej zawsze przygotowane formularze.', '[]', '6e10b1e6-200f-593f-a1e0-de77fecc9c9a', false, NULL),
	(1000008, 1000002, '2', 2, 'Wykorzystaj wzory wypełnionych formularzy do wytłumaczenia klientowi, jak wypełnić dany formularz.', '[]', '08041f71-ec10-5164-99ac-8c37ef209361', false, NULL),
	(1000009, 1000002, '3', 3, 'Wyjaśnij cel wypełniania formularzy (liczbę egzemplarzy oraz zakres informacji).', '[]', 'faf63fd0-0aeb-57a2-ac13-9e5b399c6110', false, NULL),
	(1000010, 1000002, '4', 4, 'Poinformuj klienta, do kogo ma złożyć wypełnione formularze (podaj numer stanowiska lub pokoju, adres).', '[]', 'ac49baea-f72c-5caa-a017-f0cc2de13cb9', false, NULL),
	(1000011, 1000002, '5', 5, 'Poinformuj klienta o dokumentach, które powinien dostarczyć do Urzędu. W typowych sprawach wręcz kartę informacyjną.', '[]', '37d3413e-67af-5198-a5b9-db361594a08e', false, NULL),
	(1000012, 1000002, '6', 6, 'Poinformuj klienta o wszystkich opłatach, które powinien uiścić. Wskaż miejsca gdzie może ich dokonać (np. kasa Urzędu, bank, poczta).', '[]', '61ff6c05-2d97-54d7-8067-c6f16d7af736', false, NULL),
	(1000013, 1000002, '7', 7, 'Upewnij się, że wszystko jest zrozumiałe dla klienta.', '[]', '12c82b2c-2a26-504f-a3c3-52b46d0c447e', false, NULL),
	(1000014, 1000003, '1', 1, 'Po odebraniu telefonu od klienta przedstaw się wyraźnie, podając swoje imię i nazwisko oraz nazwę komórki organizacyjnej.', '[]', '071d9c93-782d-5578-9232-41c08329b260', false, NULL),
	(1000015, 1000003, '2', 2, 'Zapytaj, w czym możesz pomóc.', '[]', '31032705-1c1b-5390-a3c0-a4929959755c', false, NULL),
	(1000016, 1000003, '3', 3, 'Jeśli to konieczne dopytaj o szczegóły sprawy z jaką klient dzwoni.', '[]', '50fbf6ab-189f-5435-8b22-c0b799162cfe', false, NULL),
	(1000017, 1000003, '4', 4, 'Zawsze wysłuchaj problemu klienta zanim podejmiesz dalsze kroki.', '[]', 'caa24a25-24c1-5aaa-9190-7583a9a666f3', false, NULL),
	(1000018, 1000003, '5', 5, 'Przekaż klientowi możliwie dokładne informacje, do których masz dostęp. Ewentualnie poproś o numer telefonu, wyjaśniając, że oddzwonisz tego samego lub najpóźniej następnego dnia.', '[]', 'b205bfbc-c01f-53c1-bba9-9421007c3c88', false, NULL),
	(1000019, 1000003, '6', 6, 'Upewnij się, że klient dobrze zrozumiał przekazaną wiadomość. Powtórz uzgodnienia.', '[]', '8a209cfd-230f-597a-a047-9520d5c92204', false, NULL),
	(1000020, 1000003, '7', 7, 'Po zakończeniu rozmowy nie odkładaj słuchawki zanim nie zrobi tego twój rozmówca.', '[]', 'd221ec60-af60-568e-8826-7d5b1fef4aef', false, NULL),
	(1000021, 1000003, '8', 8, 'Jeśli w ustalonym terminie nie masz dla klienta obiecanych informacji, zadzwoń do niego podając nowy termin kontaktu.', '[]', '8e4785cc-45b1-5ba9-8137-5caa505434e0', false, NULL),
	(1000022, 1000003, '9', 9, 'Zawsze kontaktuj się z klientem w ustalonym terminie.', '[]', '28b36fdd-fab6-5ec9-8b3a-e8d1d9ee3b55', false, NULL),
	(1000023, 1000003, '10', 10, 'Kiedy na twoim aparacie telefonicznym wyświetla się komunikat o nieodebranym połączeniu – zawsze oddzwaniaj.', '[]', 'cbd3499b-8d25-573f-9c3f-44715d735904', false, NULL),
	(1000024, 1000003, '11', 11, 'W sytuacji, kiedy masz potrzebę przeprowadzić rozmowę w trybie głośnomówiącym zapytaj klienta o zgodę.', '[]', 'cc873770-770e-5f9d-ac52-a268819da2aa', false, NULL),
	(1000025, 1000004, '1', 1, 'Jeżeli obsługa osoby starszej lub z niepełnosprawnością nie jest możliwa przy standardowym stanowisku, zapewnij obsługę w miejscu do tego przystosowanym.', '[]', '59b2856d-471c-5052-8219-0e90b270aa6c', false, NULL),
	(1000026, 1000004, '2', 2, 'Jeśli Urząd nie dysponuje takim miejscem, należy zapewnić obsługę w miejscu dla niej dogodnym znajdującym się na terenie Urzędu.', '[]', 'f4158d9c-aba6-5380-b099-ebc4a9b24572', false, NULL),
	(1000027, 1000004, '3', 3, 'Bądź wyczulony, ale delikatny – po niektórych osobach nie widać niepełnosprawności inne z kolei nie lubią być traktowane w sposób szczególny.', '[]', 'ce681373-b722-597b-8730-6b714659b58c', false, NULL),
	(1, 1, '1', 1, 'Wstań, gdy klient podchodzi.', '[]', 'c3480f43-35dc-4dbb-ac47-d2ede83709f9', false, NULL),
	(2, 1, '2', 2, 'Powiedz „Dzień dobry”.', '[]', '9ab8c749-9c7b-4828-8c80-8ee6d77f13a9', false, NULL),
	(3, 2, '1', 1, 'Nie przerywaj klientowi.', '[]', 'f6812f4e-314e-4016-b899-568ab6b2c798', false, NULL),
	(4, 2, '2', 2, 'Podaj klientowi:', '[]', '6bcfbf87-1211-42d5-92e1-46c12ab54efd', false, NULL),
	(5, 3, '1', 1, 'Odprowadź klienta wzrokiem.', '[]', '00be32cb-57b1-4591-ae10-181cd54c7475', false, NULL);


--
-- Data for Name: standards_standard; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.standards_standard VALUES
	(1000001, 1000001, 1000001, '3', 3, 'Dbaj o swój wygląd zewnętrzny', 'Klient już w pierwszych chwilach kontaktu z urzędnikiem wyrabia sobie opinię zarówno o nim, jak i o Urzędzie. Stosowny ubiór i wygląd człowieka zadbanego podniosą w oczach klientów twoją wiarygodność jako przedstawiciela Urzędu. Strojem okazujemy szacunek naszemu rozmówcy. Taktowny dobór garderoby to komunikat, że klient jest dla nas ważny.'),
	(1000002, 1000001, 1000002, '10', 10, 'Przekazując klientowi wymagane przez procedurę formularze wyjaśnij cel oraz sposób ich wypełnienia', 'Klient za każdym razem powinien otrzymać wszystkie formularze, które są wymagane w przypadku załatwiania danej sprawy. Klient czasami decyduje się na wypełnienie ich poza Urzędem. Opuszczając Urząd, powinien dokładnie wiedzieć co zrobić i dlaczego, jakie informacje i gdzie wpisać, gdzie szukać lub skąd wziąć odpowiednie dane do formularza. Dzięki temu klient powróci do Urzędu z kompletem prawidłowo wypełnionych dokumentów.'),
	(1000003, 1000001, 1000003, '17', 17, 'Traktuj klienta dzwoniącego do Urzędu w miły i profesjonalny sposób', 'Zachowanie pracownika od początku rozmowy telefonicznej powinno wpływać na budowanie pozytywnego wrażenia klienta na temat Urzędu i jego pracowników.'),
	(1000004, 1000001, 1000005, '23', 23, 'Obsługując osoby starsze lub z niepełnosprawnością spraw, aby jak najmniej doświadczały trudności, wynikających z ich wieku/ niepełnosprawności', 'Osoby starsze lub z niepełnosprawnością często czują się bardziej zagubione w urzędach niż pozostali klienci. Kiedy spotykają się z cierpliwym i miłym podejściem ze strony pracowników Urzędu, czują się ważni i docenieni.'),
	(1, 1, 1, '1', 1, 'Dbaj o porządek na biurku', 'Porządek na biurku świadczy o porządku w sprawach.'),
	(2, 1, 1, '2', 2, 'Dbaj o porządek na biurku', 'Porządek na biurku świadczy o porządku w sprawach.'),
	(3, 1, 2, '3', 3, 'Dbaj o porządek na biurku', 'Porządek na biurku świadczy o porządku w sprawach.');


--
-- Data for Name: standards_withdrawal; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.standards_withdrawal VALUES
	(1, 2, '2024-03-01', 'Zastąpiono zarządzeniem nr 2/2024.', '2024-02-20 09:00:00+00', NULL);


--
-- Data for Name: usersessions_usersession; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Name: account_emailaddress_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);


--
-- Name: account_emailconfirmation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);


--
-- Name: audits_acknowledgement_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_acknowledgement_id_seq', 4, true);


--
-- Name: audits_ancestry_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_ancestry_id_seq', 11, true);


--
-- Name: audits_annulment_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_annulment_id_seq', 2, true);


--
-- Name: audits_answer_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_answer_id_seq', 360, true);


--
-- Name: audits_appointment_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_appointment_id_seq', 24, true);


--
-- Name: audits_assignment_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_assignment_id_seq', 8, true);


--
-- Name: audits_audit_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_audit_id_seq', 40, true);


--
-- Name: audits_block_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_block_id_seq', 1, true);


--
-- Name: audits_blocksums_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_blocksums_id_seq', 2, true);


--
-- Name: audits_blockversion_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_blockversion_id_seq', 12, true);


--
-- Name: audits_closing_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_closing_id_seq', 2, true);


--
-- Name: audits_correction_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_correction_id_seq', 6, true);


--
-- Name: audits_datarequest_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_datarequest_id_seq', 4, true);


--
-- Name: audits_department_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_department_id_seq', 5, true);


--
-- Name: audits_departmentname_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_departmentname_id_seq', 6, true);


--
-- Name: audits_departure_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_departure_id_seq', 1, false);


--
-- Name: audits_draftdevice_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_draftdevice_id_seq', 1, true);


--
-- Name: audits_employee_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_employee_id_seq', 24, true);


--
-- Name: audits_employment_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_employment_id_seq', 22, true);


--
-- Name: audits_gate_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_gate_id_seq', 64, true);


--
-- Name: audits_granulesetting_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_granulesetting_id_seq', 1, true);


--
-- Name: audits_historicalretentionrule_history_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_historicalretentionrule_history_id_seq', 1, true);


--
-- Name: audits_identification_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_identification_id_seq', 1, true);


--
-- Name: audits_invitation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_invitation_id_seq', 1, true);


--
-- Name: audits_leftout_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_leftout_id_seq', 2, true);


--
-- Name: audits_legalhold_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_legalhold_id_seq', 1, true);


--
-- Name: audits_letter_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_letter_id_seq', 2, true);


--
-- Name: audits_notice_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_notice_id_seq', 2, true);


--
-- Name: audits_purpose_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_purpose_id_seq', 5, true);


--
-- Name: audits_redaction_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_redaction_id_seq', 1, true);


--
-- Name: audits_release_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_release_id_seq', 2, true);


--
-- Name: audits_report_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_report_id_seq', 4, true);


--
-- Name: audits_retentionprotocol_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_retentionprotocol_id_seq', 1, true);


--
-- Name: audits_retentionrule_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_retentionrule_id_seq', 5, true);


--
-- Name: audits_reviewedappointment_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_reviewedappointment_id_seq', 1, true);


--
-- Name: audits_rightsreview_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_rightsreview_id_seq', 2, true);


--
-- Name: audits_sheetlines_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_sheetlines_id_seq', 1, true);


--
-- Name: audits_statement_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_statement_id_seq', 2, true);


--
-- Name: audits_supplement_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_supplement_id_seq', 1, true);


--
-- Name: audits_told_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_told_id_seq', 22, true);


--
-- Name: audits_user_groups_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_user_groups_id_seq', 1, false);


--
-- Name: audits_user_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_user_id_seq', 28, true);


--
-- Name: audits_user_user_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_user_user_permissions_id_seq', 1, false);


--
-- Name: auth_group_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_permission_id_seq', 300, true);


--
-- Name: axes_accessattempt_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.axes_accessattempt_id_seq', 1, false);


--
-- Name: axes_accessfailurelog_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.axes_accessfailurelog_id_seq', 1, false);


--
-- Name: axes_accesslog_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.axes_accesslog_id_seq', 1, false);


--
-- Name: django_admin_log_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_admin_log_id_seq', 1, false);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_content_type_id_seq', 75, true);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_migrations_id_seq', 65, true);


--
-- Name: mfa_authenticator_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 39, true);


--
-- Name: standards_area_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.standards_area_id_seq', 2, true);


--
-- Name: standards_assessability_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.standards_assessability_id_seq', 5, true);


--
-- Name: standards_edition_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.standards_edition_id_seq', 3, true);


--
-- Name: standards_historicalarea_history_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.standards_historicalarea_history_id_seq', 2, true);


--
-- Name: standards_historicalassessability_history_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.standards_historicalassessability_history_id_seq', 5, true);


--
-- Name: standards_historicaledition_history_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.standards_historicaledition_history_id_seq', 4, true);


--
-- Name: standards_historicaloccasion_history_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.standards_historicaloccasion_history_id_seq', 1, true);


--
-- Name: standards_historicalpoint_history_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.standards_historicalpoint_history_id_seq', 2, true);


--
-- Name: standards_historicalrecommendation_history_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.standards_historicalrecommendation_history_id_seq', 5, true);


--
-- Name: standards_historicalstandard_history_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.standards_historicalstandard_history_id_seq', 3, true);


--
-- Name: standards_occasion_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.standards_occasion_id_seq', 1, true);


--
-- Name: standards_point_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.standards_point_id_seq', 2, true);


--
-- Name: standards_publication_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.standards_publication_id_seq', 2, true);


--
-- Name: standards_recommendation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.standards_recommendation_id_seq', 5, true);


--
-- Name: standards_standard_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.standards_standard_id_seq', 3, true);


--
-- Name: standards_withdrawal_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.standards_withdrawal_id_seq', 1, true);


--
-- Name: usersessions_usersession_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.usersessions_usersession_id_seq', 1, false);


--
-- Name: account_emailaddress account_emailaddress_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);


--
-- Name: account_emailaddress account_emailaddress_user_id_email_987c8728_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);


--
-- Name: account_emailconfirmation account_emailconfirmation_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);


--
-- Name: account_emailconfirmation account_emailconfirmation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);


--
-- Name: audits_acknowledgement acknowledgement_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_acknowledgement
    ADD CONSTRAINT acknowledgement_once UNIQUE (notice_id, user_id);


--
-- Name: audits_ancestry ancestry_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_ancestry
    ADD CONSTRAINT ancestry_unique UNIQUE (ancestor_id, descendant_id, since);


--
-- Name: audits_answer answer_unique_in_audit; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_answer
    ADD CONSTRAINT answer_unique_in_audit UNIQUE (audit_id, recommendation_id);


--
-- Name: standards_area area_number_unique_in_edition; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_area
    ADD CONSTRAINT area_number_unique_in_edition UNIQUE (edition_id, number);


--
-- Name: audits_accessrecord audits_accessrecord_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_accessrecord
    ADD CONSTRAINT audits_accessrecord_pkey PRIMARY KEY (number);


--
-- Name: audits_acknowledgement audits_acknowledgement_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_acknowledgement
    ADD CONSTRAINT audits_acknowledgement_pkey PRIMARY KEY (id);


--
-- Name: audits_ancestry audits_ancestry_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_ancestry
    ADD CONSTRAINT audits_ancestry_pkey PRIMARY KEY (id);


--
-- Name: audits_annulment audits_annulment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_annulment
    ADD CONSTRAINT audits_annulment_pkey PRIMARY KEY (id);


--
-- Name: audits_answer audits_answer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_answer
    ADD CONSTRAINT audits_answer_pkey PRIMARY KEY (id);


--
-- Name: audits_appointment audits_appointment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_appointment
    ADD CONSTRAINT audits_appointment_pkey PRIMARY KEY (id);


--
-- Name: audits_appointment audits_appointment_uuid_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_appointment
    ADD CONSTRAINT audits_appointment_uuid_key UNIQUE (uuid);


--
-- Name: audits_assignment audits_assignment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_assignment
    ADD CONSTRAINT audits_assignment_pkey PRIMARY KEY (id);


--
-- Name: audits_assignment audits_assignment_uuid_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_assignment
    ADD CONSTRAINT audits_assignment_uuid_key UNIQUE (uuid);


--
-- Name: audits_audit audits_audit_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_pkey PRIMARY KEY (id);


--
-- Name: audits_audit audits_audit_receipt_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_receipt_key UNIQUE (receipt);


--
-- Name: audits_audit audits_audit_supersedes_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_supersedes_id_key UNIQUE (supersedes_id);


--
-- Name: audits_audit audits_audit_uuid_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_uuid_key UNIQUE (uuid);


--
-- Name: audits_block audits_block_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_block
    ADD CONSTRAINT audits_block_pkey PRIMARY KEY (id);


--
-- Name: audits_blocksums audits_blocksums_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_blocksums
    ADD CONSTRAINT audits_blocksums_pkey PRIMARY KEY (id);


--
-- Name: audits_blockversion audits_blockversion_audit_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_blockversion
    ADD CONSTRAINT audits_blockversion_audit_key UNIQUE (audit);


--
-- Name: audits_blockversion audits_blockversion_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_blockversion
    ADD CONSTRAINT audits_blockversion_pkey PRIMARY KEY (id);


--
-- Name: audits_closing audits_closing_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_closing
    ADD CONSTRAINT audits_closing_pkey PRIMARY KEY (id);


--
-- Name: audits_closing audits_closing_uuid_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_closing
    ADD CONSTRAINT audits_closing_uuid_key UNIQUE (uuid);


--
-- Name: audits_correction audits_correction_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_correction
    ADD CONSTRAINT audits_correction_pkey PRIMARY KEY (id);


--
-- Name: audits_correction audits_correction_version_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_correction
    ADD CONSTRAINT audits_correction_version_id_key UNIQUE (version_id);


--
-- Name: audits_datarequest audits_datarequest_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_datarequest
    ADD CONSTRAINT audits_datarequest_pkey PRIMARY KEY (id);


--
-- Name: audits_datarequest audits_datarequest_uuid_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_datarequest
    ADD CONSTRAINT audits_datarequest_uuid_key UNIQUE (uuid);


--
-- Name: audits_department audits_department_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_department
    ADD CONSTRAINT audits_department_code_key UNIQUE (code);


--
-- Name: audits_department audits_department_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_department
    ADD CONSTRAINT audits_department_pkey PRIMARY KEY (id);


--
-- Name: audits_department audits_department_uuid_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_department
    ADD CONSTRAINT audits_department_uuid_key UNIQUE (uuid);


--
-- Name: audits_departmentname audits_departmentname_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_departmentname
    ADD CONSTRAINT audits_departmentname_pkey PRIMARY KEY (id);


--
-- Name: audits_departure audits_departure_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_departure
    ADD CONSTRAINT audits_departure_pkey PRIMARY KEY (id);


--
-- Name: audits_departure audits_departure_version_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_departure
    ADD CONSTRAINT audits_departure_version_id_key UNIQUE (version_id);


--
-- Name: audits_draftdevice audits_draftdevice_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_draftdevice
    ADD CONSTRAINT audits_draftdevice_pkey PRIMARY KEY (id);


--
-- Name: audits_employee audits_employee_number_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_employee
    ADD CONSTRAINT audits_employee_number_key UNIQUE (number);


--
-- Name: audits_employee audits_employee_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_employee
    ADD CONSTRAINT audits_employee_pkey PRIMARY KEY (id);


--
-- Name: audits_employee audits_employee_user_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_employee
    ADD CONSTRAINT audits_employee_user_id_key UNIQUE (user_id);


--
-- Name: audits_employee audits_employee_uuid_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_employee
    ADD CONSTRAINT audits_employee_uuid_key UNIQUE (uuid);


--
-- Name: audits_employment audits_employment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_employment
    ADD CONSTRAINT audits_employment_pkey PRIMARY KEY (id);


--
-- Name: audits_gate audits_gate_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_gate
    ADD CONSTRAINT audits_gate_pkey PRIMARY KEY (id);


--
-- Name: audits_granulesetting audits_granulesetting_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_granulesetting
    ADD CONSTRAINT audits_granulesetting_pkey PRIMARY KEY (id);


--
-- Name: audits_historicalretentionrule audits_historicalretentionrule_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_historicalretentionrule
    ADD CONSTRAINT audits_historicalretentionrule_pkey PRIMARY KEY (history_id);


--
-- Name: audits_identification audits_identification_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_identification
    ADD CONSTRAINT audits_identification_pkey PRIMARY KEY (id);


--
-- Name: audits_identification audits_identification_replaces_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_identification
    ADD CONSTRAINT audits_identification_replaces_id_key UNIQUE (replaces_id);


--
-- Name: audits_invitation audits_invitation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_invitation
    ADD CONSTRAINT audits_invitation_pkey PRIMARY KEY (id);


--
-- Name: audits_invitation audits_invitation_uuid_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_invitation
    ADD CONSTRAINT audits_invitation_uuid_key UNIQUE (uuid);


--
-- Name: audits_leftout audits_leftout_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_leftout
    ADD CONSTRAINT audits_leftout_pkey PRIMARY KEY (id);


--
-- Name: audits_legalhold audits_legalhold_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_legalhold
    ADD CONSTRAINT audits_legalhold_pkey PRIMARY KEY (id);


--
-- Name: audits_letter audits_letter_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_letter
    ADD CONSTRAINT audits_letter_pkey PRIMARY KEY (id);


--
-- Name: audits_letter audits_letter_uuid_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_letter
    ADD CONSTRAINT audits_letter_uuid_key UNIQUE (uuid);


--
-- Name: audits_logcheckpoint audits_logcheckpoint_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_logcheckpoint
    ADD CONSTRAINT audits_logcheckpoint_pkey PRIMARY KEY (number);


--
-- Name: audits_logend audits_logend_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_logend
    ADD CONSTRAINT audits_logend_pkey PRIMARY KEY (id);


--
-- Name: audits_notice audits_notice_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_notice
    ADD CONSTRAINT audits_notice_pkey PRIMARY KEY (id);


--
-- Name: audits_notice audits_notice_uuid_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_notice
    ADD CONSTRAINT audits_notice_uuid_key UNIQUE (uuid);


--
-- Name: audits_purpose audits_purpose_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_purpose
    ADD CONSTRAINT audits_purpose_code_key UNIQUE (code);


--
-- Name: audits_purpose audits_purpose_label_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_purpose
    ADD CONSTRAINT audits_purpose_label_key UNIQUE (label);


--
-- Name: audits_purpose audits_purpose_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_purpose
    ADD CONSTRAINT audits_purpose_pkey PRIMARY KEY (id);


--
-- Name: audits_redaction audits_redaction_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_redaction
    ADD CONSTRAINT audits_redaction_pkey PRIMARY KEY (id);


--
-- Name: audits_release audits_release_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_release
    ADD CONSTRAINT audits_release_pkey PRIMARY KEY (id);


--
-- Name: audits_report audits_report_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_report
    ADD CONSTRAINT audits_report_pkey PRIMARY KEY (id);


--
-- Name: audits_report audits_report_uuid_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_report
    ADD CONSTRAINT audits_report_uuid_key UNIQUE (uuid);


--
-- Name: audits_retentionprotocol audits_retentionprotocol_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_retentionprotocol
    ADD CONSTRAINT audits_retentionprotocol_pkey PRIMARY KEY (id);


--
-- Name: audits_retentionprotocol audits_retentionprotocol_uuid_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_retentionprotocol
    ADD CONSTRAINT audits_retentionprotocol_uuid_key UNIQUE (uuid);


--
-- Name: audits_retentionrule audits_retentionrule_data_class_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_retentionrule
    ADD CONSTRAINT audits_retentionrule_data_class_key UNIQUE (data_class);


--
-- Name: audits_retentionrule audits_retentionrule_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_retentionrule
    ADD CONSTRAINT audits_retentionrule_pkey PRIMARY KEY (id);


--
-- Name: audits_reviewedappointment audits_reviewedappointment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_reviewedappointment
    ADD CONSTRAINT audits_reviewedappointment_pkey PRIMARY KEY (id);


--
-- Name: audits_rightsreview audits_rightsreview_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_rightsreview
    ADD CONSTRAINT audits_rightsreview_pkey PRIMARY KEY (id);


--
-- Name: audits_rightsreview audits_rightsreview_uuid_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_rightsreview
    ADD CONSTRAINT audits_rightsreview_uuid_key UNIQUE (uuid);


--
-- Name: audits_sheet audits_sheet_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_sheet
    ADD CONSTRAINT audits_sheet_pkey PRIMARY KEY (audit_id);


--
-- Name: audits_sheetlines audits_sheetlines_digest_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_sheetlines
    ADD CONSTRAINT audits_sheetlines_digest_key UNIQUE (digest);


--
-- Name: audits_sheetlines audits_sheetlines_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_sheetlines
    ADD CONSTRAINT audits_sheetlines_pkey PRIMARY KEY (id);


--
-- Name: audits_statement audits_statement_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_statement
    ADD CONSTRAINT audits_statement_pkey PRIMARY KEY (id);


--
-- Name: audits_supplement audits_supplement_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_supplement
    ADD CONSTRAINT audits_supplement_pkey PRIMARY KEY (id);


--
-- Name: audits_told audits_told_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_told
    ADD CONSTRAINT audits_told_pkey PRIMARY KEY (id);


--
-- Name: audits_user audits_user_email_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_user
    ADD CONSTRAINT audits_user_email_key UNIQUE (email);


--
-- Name: audits_user_groups audits_user_groups_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_user_groups
    ADD CONSTRAINT audits_user_groups_pkey PRIMARY KEY (id);


--
-- Name: audits_user_groups audits_user_groups_user_id_group_id_986bf711_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_user_groups
    ADD CONSTRAINT audits_user_groups_user_id_group_id_986bf711_uniq UNIQUE (user_id, group_id);


--
-- Name: audits_user audits_user_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_user
    ADD CONSTRAINT audits_user_pkey PRIMARY KEY (id);


--
-- Name: audits_user_user_permissions audits_user_user_permiss_user_id_permission_id_7b9202c0_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_user_user_permissions
    ADD CONSTRAINT audits_user_user_permiss_user_id_permission_id_7b9202c0_uniq UNIQUE (user_id, permission_id);


--
-- Name: audits_user_user_permissions audits_user_user_permissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_user_user_permissions
    ADD CONSTRAINT audits_user_user_permissions_pkey PRIMARY KEY (id);


--
-- Name: audits_user audits_user_username_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_user
    ADD CONSTRAINT audits_user_username_key UNIQUE (username);


--
-- Name: audits_user audits_user_uuid_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_user
    ADD CONSTRAINT audits_user_uuid_key UNIQUE (uuid);


--
-- Name: auth_group auth_group_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);


--
-- Name: auth_group_permissions auth_group_permissions_group_id_permission_id_0cd325b0_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);


--
-- Name: auth_group_permissions auth_group_permissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);


--
-- Name: auth_group auth_group_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);


--
-- Name: auth_permission auth_permission_content_type_id_codename_01ab375a_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);


--
-- Name: auth_permission auth_permission_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);


--
-- Name: axes_accessattempt axes_accessattempt_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_pkey PRIMARY KEY (id);


--
-- Name: axes_accessattempt axes_accessattempt_username_ip_address_user_agent_8ea22282_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_username_ip_address_user_agent_8ea22282_uniq UNIQUE (username, ip_address, user_agent);


--
-- Name: axes_accessattemptexpiration axes_accessattemptexpiration_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptexpiration_pkey PRIMARY KEY (access_attempt_id);


--
-- Name: axes_accessfailurelog axes_accessfailurelog_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.axes_accessfailurelog
    ADD CONSTRAINT axes_accessfailurelog_pkey PRIMARY KEY (id);


--
-- Name: axes_accesslog axes_accesslog_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.axes_accesslog
    ADD CONSTRAINT axes_accesslog_pkey PRIMARY KEY (id);


--
-- Name: audits_blocksums blocksums_numbered; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_blocksums
    ADD CONSTRAINT blocksums_numbered UNIQUE (block_id, number);


--
-- Name: audits_closing closing_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_closing
    ADD CONSTRAINT closing_once UNIQUE (method, first_day, last_day);


--
-- Name: audits_departmentname departmentname_once_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_departmentname
    ADD CONSTRAINT departmentname_once_a_day UNIQUE (department_id, since);


--
-- Name: django_admin_log django_admin_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);


--
-- Name: django_content_type django_content_type_app_label_model_76bd3d3b_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);


--
-- Name: django_content_type django_content_type_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);


--
-- Name: django_migrations django_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);


--
-- Name: django_session django_session_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);


--
-- Name: django_tasks_database_dbtaskresult django_tasks_database_dbtaskresult_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_tasks_database_dbtaskresult
    ADD CONSTRAINT django_tasks_database_dbtaskresult_pkey PRIMARY KEY (id);


--
-- Name: audits_draftdevice draft_device_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_draftdevice
    ADD CONSTRAINT draft_device_once UNIQUE (audit_id, device);


--
-- Name: audits_employment employment_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_employment
    ADD CONSTRAINT employment_unique UNIQUE (employee_id, department_id, since);


--
-- Name: audits_gate gate_unique_in_audit; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_gate
    ADD CONSTRAINT gate_unique_in_audit UNIQUE (audit_id, occasion_id);


--
-- Name: mfa_authenticator mfa_authenticator_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);


--
-- Name: standards_occasion occasion_code_unique_in_edition; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_occasion
    ADD CONSTRAINT occasion_code_unique_in_edition UNIQUE (edition_id, code);


--
-- Name: standards_point point_position_unique_in_recommendation; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_point
    ADD CONSTRAINT point_position_unique_in_recommendation UNIQUE (recommendation_id, "position");


--
-- Name: portal_cache portal_cache_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.portal_cache
    ADD CONSTRAINT portal_cache_pkey PRIMARY KEY (cache_key);


--
-- Name: standards_recommendation recommendation_number_unique_in_standard; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_recommendation
    ADD CONSTRAINT recommendation_number_unique_in_standard UNIQUE (standard_id, number);


--
-- Name: audits_release release_once_to_a_person; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_release
    ADD CONSTRAINT release_once_to_a_person UNIQUE (audit_id, employee_id);


--
-- Name: audits_reviewedappointment reviewed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_reviewedappointment
    ADD CONSTRAINT reviewed_once UNIQUE (review_id, appointment_id);


--
-- Name: standards_standard standard_number_unique_in_edition; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_standard
    ADD CONSTRAINT standard_number_unique_in_edition UNIQUE (edition_id, number);


--
-- Name: standards_area standards_area_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_area
    ADD CONSTRAINT standards_area_pkey PRIMARY KEY (id);


--
-- Name: standards_assessability standards_assessability_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_assessability
    ADD CONSTRAINT standards_assessability_pkey PRIMARY KEY (id);


--
-- Name: standards_assessability standards_assessability_recommendation_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_assessability
    ADD CONSTRAINT standards_assessability_recommendation_id_key UNIQUE (recommendation_id);


--
-- Name: standards_edition standards_edition_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_edition
    ADD CONSTRAINT standards_edition_code_key UNIQUE (code);


--
-- Name: standards_edition standards_edition_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_edition
    ADD CONSTRAINT standards_edition_pkey PRIMARY KEY (id);


--
-- Name: standards_historicalarea standards_historicalarea_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_historicalarea
    ADD CONSTRAINT standards_historicalarea_pkey PRIMARY KEY (history_id);


--
-- Name: standards_historicalassessability standards_historicalassessability_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_historicalassessability
    ADD CONSTRAINT standards_historicalassessability_pkey PRIMARY KEY (history_id);


--
-- Name: standards_historicaledition standards_historicaledition_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_historicaledition
    ADD CONSTRAINT standards_historicaledition_pkey PRIMARY KEY (history_id);


--
-- Name: standards_historicaloccasion standards_historicaloccasion_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_historicaloccasion
    ADD CONSTRAINT standards_historicaloccasion_pkey PRIMARY KEY (history_id);


--
-- Name: standards_historicalpoint standards_historicalpoint_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_historicalpoint
    ADD CONSTRAINT standards_historicalpoint_pkey PRIMARY KEY (history_id);


--
-- Name: standards_historicalrecommendation standards_historicalrecommendation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_historicalrecommendation
    ADD CONSTRAINT standards_historicalrecommendation_pkey PRIMARY KEY (history_id);


--
-- Name: standards_historicalstandard standards_historicalstandard_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_historicalstandard
    ADD CONSTRAINT standards_historicalstandard_pkey PRIMARY KEY (history_id);


--
-- Name: standards_occasion standards_occasion_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_occasion
    ADD CONSTRAINT standards_occasion_pkey PRIMARY KEY (id);


--
-- Name: standards_point standards_point_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_point
    ADD CONSTRAINT standards_point_pkey PRIMARY KEY (id);


--
-- Name: standards_publication standards_publication_edition_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_publication
    ADD CONSTRAINT standards_publication_edition_id_key UNIQUE (edition_id);


--
-- Name: standards_publication standards_publication_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_publication
    ADD CONSTRAINT standards_publication_pkey PRIMARY KEY (id);


--
-- Name: standards_recommendation standards_recommendation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_recommendation
    ADD CONSTRAINT standards_recommendation_pkey PRIMARY KEY (id);


--
-- Name: standards_standard standards_standard_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_standard
    ADD CONSTRAINT standards_standard_pkey PRIMARY KEY (id);


--
-- Name: standards_withdrawal standards_withdrawal_edition_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_withdrawal
    ADD CONSTRAINT standards_withdrawal_edition_id_key UNIQUE (edition_id);


--
-- Name: standards_withdrawal standards_withdrawal_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_withdrawal
    ADD CONSTRAINT standards_withdrawal_pkey PRIMARY KEY (id);


--
-- Name: audits_supplement supplement_numbered; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_supplement
    ADD CONSTRAINT supplement_numbered UNIQUE (closing_id, number);


--
-- Name: usersessions_usersession usersessions_usersession_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_pkey PRIMARY KEY (id);


--
-- Name: usersessions_usersession usersessions_usersession_session_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_session_key_key UNIQUE (session_key);


--
-- Name: accessrecord_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accessrecord_at ON public.audits_accessrecord USING btree (at);


--
-- Name: accessrecord_employee; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accessrecord_employee ON public.audits_accessrecord USING btree (employee_id, at);


--
-- Name: accessrecord_reader; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accessrecord_reader ON public.audits_accessrecord USING btree (reader_id, at);


--
-- Name: account_emailaddress_email_03be32b2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);


--
-- Name: account_emailaddress_email_03be32b2_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);


--
-- Name: account_emailaddress_user_id_2c513194; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);


--
-- Name: account_emailconfirmation_email_address_id_5b7f8c58; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);


--
-- Name: account_emailconfirmation_key_f43612bd_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);


--
-- Name: ancestry_descendant; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ancestry_descendant ON public.audits_ancestry USING btree (descendant_id, ancestor_id);


--
-- Name: annulment_one_open; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX annulment_one_open ON public.audits_annulment USING btree (audit_id) WHERE (approved IS NULL);


--
-- Name: answer_recommendation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answer_recommendation ON public.audits_answer USING btree (recommendation_id, audit_id) INCLUDE (verdict, weight);


--
-- Name: appointment_held_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX appointment_held_once ON public.audits_appointment USING btree (user_id, role, department_id, since) WHERE ((until IS NULL) OR (until > since));


--
-- Name: appointment_user_role; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX appointment_user_role ON public.audits_appointment USING btree (user_id, role);


--
-- Name: assignment_department_days; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX assignment_department_days ON public.audits_assignment USING btree (department_id, last_day);


--
-- Name: assignment_shopper_days; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX assignment_shopper_days ON public.audits_assignment USING btree (shopper_id, last_day);


--
-- Name: audit_auditor_status; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_auditor_status ON public.audits_audit USING btree (auditor_id, status, took_place_at);


--
-- Name: audit_department_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_department_time ON public.audits_audit USING btree (department_id, took_place_at, status);


--
-- Name: audit_employee_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_employee_time ON public.audits_audit USING btree (employee_id, took_place_at);


--
-- Name: audit_one_of_an_assignment; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX audit_one_of_an_assignment ON public.audits_audit USING btree (assignment_id) WHERE ((corrects_id IS NULL) AND (NOT ((status)::text = 'discarded'::text)));


--
-- Name: audit_one_proposed_correction; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX audit_one_proposed_correction ON public.audits_audit USING btree (corrects_id) WHERE ((status)::text = 'proposed'::text);


--
-- Name: audits_accessrecord_audit_id_d4700a12; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_accessrecord_audit_id_d4700a12 ON public.audits_accessrecord USING btree (audit_id);


--
-- Name: audits_accessrecord_employee_id_4eb37858; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_accessrecord_employee_id_4eb37858 ON public.audits_accessrecord USING btree (employee_id);


--
-- Name: audits_accessrecord_purpose_id_fcb37584; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_accessrecord_purpose_id_fcb37584 ON public.audits_accessrecord USING btree (purpose_id);


--
-- Name: audits_accessrecord_reader_id_1f8debf7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_accessrecord_reader_id_1f8debf7 ON public.audits_accessrecord USING btree (reader_id);


--
-- Name: audits_accessrecord_report_id_9e0147b0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_accessrecord_report_id_9e0147b0 ON public.audits_accessrecord USING btree (report_id);


--
-- Name: audits_acknowledgement_notice_id_657321fb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_acknowledgement_notice_id_657321fb ON public.audits_acknowledgement USING btree (notice_id);


--
-- Name: audits_acknowledgement_user_id_3737f24f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_acknowledgement_user_id_3737f24f ON public.audits_acknowledgement USING btree (user_id);


--
-- Name: audits_ancestry_ancestor_id_4c32b8b6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_ancestry_ancestor_id_4c32b8b6 ON public.audits_ancestry USING btree (ancestor_id);


--
-- Name: audits_ancestry_descendant_id_c247e327; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_ancestry_descendant_id_c247e327 ON public.audits_ancestry USING btree (descendant_id);


--
-- Name: audits_annulment_audit_id_49712f23; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_annulment_audit_id_49712f23 ON public.audits_annulment USING btree (audit_id);


--
-- Name: audits_annulment_decided_by_id_df260646; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_annulment_decided_by_id_df260646 ON public.audits_annulment USING btree (decided_by_id);


--
-- Name: audits_annulment_proposed_by_id_c6c876d9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_annulment_proposed_by_id_c6c876d9 ON public.audits_annulment USING btree (proposed_by_id);


--
-- Name: audits_answer_audit_id_e209edd5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_answer_audit_id_e209edd5 ON public.audits_answer USING btree (audit_id);


--
-- Name: audits_answer_excludes_id_5ae807a2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_answer_excludes_id_5ae807a2 ON public.audits_answer USING btree (excludes_id);


--
-- Name: audits_answer_gate_id_3eac6280; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_answer_gate_id_3eac6280 ON public.audits_answer USING btree (gate_id);


--
-- Name: audits_answer_recommendation_id_5be78c0f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_answer_recommendation_id_5be78c0f ON public.audits_answer USING btree (recommendation_id);


--
-- Name: audits_appointment_department_id_45c25b75; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_appointment_department_id_45c25b75 ON public.audits_appointment USING btree (department_id);


--
-- Name: audits_appointment_ended_by_id_30e74088; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_appointment_ended_by_id_30e74088 ON public.audits_appointment USING btree (ended_by_id);


--
-- Name: audits_appointment_granted_by_id_e6f9c234; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_appointment_granted_by_id_e6f9c234 ON public.audits_appointment USING btree (granted_by_id);


--
-- Name: audits_appointment_user_id_f60456ef; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_appointment_user_id_f60456ef ON public.audits_appointment USING btree (user_id);


--
-- Name: audits_assignment_assigned_by_id_6ea5b246; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_assignment_assigned_by_id_6ea5b246 ON public.audits_assignment USING btree (assigned_by_id);


--
-- Name: audits_assignment_department_id_6eb885c5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_assignment_department_id_6eb885c5 ON public.audits_assignment USING btree (department_id);


--
-- Name: audits_assignment_shopper_id_5e95091f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_assignment_shopper_id_5e95091f ON public.audits_assignment USING btree (shopper_id);


--
-- Name: audits_assignment_withdrawn_by_id_a6053ccc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_assignment_withdrawn_by_id_a6053ccc ON public.audits_assignment USING btree (withdrawn_by_id);


--
-- Name: audits_audit_assignment_id_b434f408; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_audit_assignment_id_b434f408 ON public.audits_audit USING btree (assignment_id);


--
-- Name: audits_audit_auditor_id_f712d234; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_audit_auditor_id_f712d234 ON public.audits_audit USING btree (auditor_id);


--
-- Name: audits_audit_corrects_id_a3bde21c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_audit_corrects_id_a3bde21c ON public.audits_audit USING btree (corrects_id);


--
-- Name: audits_audit_department_id_63c060e0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_audit_department_id_63c060e0 ON public.audits_audit USING btree (department_id);


--
-- Name: audits_audit_edition_id_b6ff5ca7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_audit_edition_id_b6ff5ca7 ON public.audits_audit USING btree (edition_id);


--
-- Name: audits_audit_employee_id_54ced104; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_audit_employee_id_54ced104 ON public.audits_audit USING btree (employee_id);


--
-- Name: audits_audit_receipt_12babbd6_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_audit_receipt_12babbd6_like ON public.audits_audit USING btree (receipt varchar_pattern_ops);


--
-- Name: audits_block_closing_id_39127060; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_block_closing_id_39127060 ON public.audits_block USING btree (closing_id);


--
-- Name: audits_block_edition_id_f4339931; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_block_edition_id_f4339931 ON public.audits_block USING btree (edition_id);


--
-- Name: audits_blocksums_block_id_3803f975; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_blocksums_block_id_3803f975 ON public.audits_blocksums USING btree (block_id);


--
-- Name: audits_blockversion_block_id_868262ee; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_blockversion_block_id_868262ee ON public.audits_blockversion USING btree (block_id);


--
-- Name: audits_closing_closed_by_id_23a253e3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_closing_closed_by_id_23a253e3 ON public.audits_closing USING btree (closed_by_id);


--
-- Name: audits_correction_decided_by_id_8b2fa13a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_correction_decided_by_id_8b2fa13a ON public.audits_correction USING btree (decided_by_id);


--
-- Name: audits_correction_proposed_by_id_15f30244; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_correction_proposed_by_id_15f30244 ON public.audits_correction USING btree (proposed_by_id);


--
-- Name: audits_datarequest_answered_by_id_af0ddc1c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_datarequest_answered_by_id_af0ddc1c ON public.audits_datarequest USING btree (answered_by_id);


--
-- Name: audits_datarequest_department_id_dbf03fa7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_datarequest_department_id_dbf03fa7 ON public.audits_datarequest USING btree (department_id);


--
-- Name: audits_datarequest_employee_id_e8386a37; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_datarequest_employee_id_e8386a37 ON public.audits_datarequest USING btree (employee_id);


--
-- Name: audits_datarequest_filed_by_id_fac9b80e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_datarequest_filed_by_id_fac9b80e ON public.audits_datarequest USING btree (filed_by_id);


--
-- Name: audits_department_code_62518d3b_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_department_code_62518d3b_like ON public.audits_department USING btree (code varchar_pattern_ops);


--
-- Name: audits_department_merged_into_id_b58b3e44; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_department_merged_into_id_b58b3e44 ON public.audits_department USING btree (merged_into_id);


--
-- Name: audits_department_parent_id_3a2aaaab; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_department_parent_id_3a2aaaab ON public.audits_department USING btree (parent_id);


--
-- Name: audits_department_sort_key_c38f7e76; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_department_sort_key_c38f7e76 ON public.audits_department USING btree (sort_key);


--
-- Name: audits_department_sort_key_c38f7e76_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_department_sort_key_c38f7e76_like ON public.audits_department USING btree (sort_key varchar_pattern_ops);


--
-- Name: audits_departmentname_department_id_5febda52; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_departmentname_department_id_5febda52 ON public.audits_departmentname USING btree (department_id);


--
-- Name: audits_departure_supplement_id_7bf9ac10; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_departure_supplement_id_7bf9ac10 ON public.audits_departure USING btree (supplement_id);


--
-- Name: audits_draftdevice_audit_id_512de514; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_draftdevice_audit_id_512de514 ON public.audits_draftdevice USING btree (audit_id);


--
-- Name: audits_employee_number_06c81316_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_employee_number_06c81316_like ON public.audits_employee USING btree (number varchar_pattern_ops);


--
-- Name: audits_employee_search_name_3e871b23; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_employee_search_name_3e871b23 ON public.audits_employee USING btree (search_name);


--
-- Name: audits_employee_search_name_3e871b23_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_employee_search_name_3e871b23_like ON public.audits_employee USING btree (search_name varchar_pattern_ops);


--
-- Name: audits_employee_sort_key_b0410834; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_employee_sort_key_b0410834 ON public.audits_employee USING btree (sort_key);


--
-- Name: audits_employee_sort_key_b0410834_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_employee_sort_key_b0410834_like ON public.audits_employee USING btree (sort_key varchar_pattern_ops);


--
-- Name: audits_employment_department_id_d0989a4d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_employment_department_id_d0989a4d ON public.audits_employment USING btree (department_id);


--
-- Name: audits_employment_employee_id_4669f44d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_employment_employee_id_4669f44d ON public.audits_employment USING btree (employee_id);


--
-- Name: audits_gate_audit_id_0200b2e9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_gate_audit_id_0200b2e9 ON public.audits_gate USING btree (audit_id);


--
-- Name: audits_gate_occasion_id_3d59fda3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_gate_occasion_id_3d59fda3 ON public.audits_gate USING btree (occasion_id);


--
-- Name: audits_granulesetting_set_by_id_0f3f69b8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_granulesetting_set_by_id_0f3f69b8 ON public.audits_granulesetting USING btree (set_by_id);


--
-- Name: audits_historicalretentionrule_data_class_58291814; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_historicalretentionrule_data_class_58291814 ON public.audits_historicalretentionrule USING btree (data_class);


--
-- Name: audits_historicalretentionrule_data_class_58291814_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_historicalretentionrule_data_class_58291814_like ON public.audits_historicalretentionrule USING btree (data_class varchar_pattern_ops);


--
-- Name: audits_historicalretentionrule_history_date_07403aeb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_historicalretentionrule_history_date_07403aeb ON public.audits_historicalretentionrule USING btree (history_date);


--
-- Name: audits_historicalretentionrule_history_user_id_7da00346; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_historicalretentionrule_history_user_id_7da00346 ON public.audits_historicalretentionrule USING btree (history_user_id);


--
-- Name: audits_historicalretentionrule_id_67d24b34; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_historicalretentionrule_id_67d24b34 ON public.audits_historicalretentionrule USING btree (id);


--
-- Name: audits_identification_audit_id_fafdc2ef; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_identification_audit_id_fafdc2ef ON public.audits_identification USING btree (audit_id);


--
-- Name: audits_identification_by_id_41f6505f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_identification_by_id_41f6505f ON public.audits_identification USING btree (by_id);


--
-- Name: audits_identification_employee_id_2610c8e2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_identification_employee_id_2610c8e2 ON public.audits_identification USING btree (employee_id);


--
-- Name: audits_invitation_sent_by_id_0561c940; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_invitation_sent_by_id_0561c940 ON public.audits_invitation USING btree (sent_by_id);


--
-- Name: audits_invitation_user_id_bcb38609; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_invitation_user_id_bcb38609 ON public.audits_invitation USING btree (user_id);


--
-- Name: audits_leftout_closing_id_fda9db24; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_leftout_closing_id_fda9db24 ON public.audits_leftout USING btree (closing_id);


--
-- Name: audits_leftout_edition_id_a8e26b52; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_leftout_edition_id_a8e26b52 ON public.audits_leftout USING btree (edition_id);


--
-- Name: audits_legalhold_department_id_7d71e60e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_legalhold_department_id_7d71e60e ON public.audits_legalhold USING btree (department_id);


--
-- Name: audits_legalhold_employee_id_5d6ecf82; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_legalhold_employee_id_5d6ecf82 ON public.audits_legalhold USING btree (employee_id);


--
-- Name: audits_legalhold_placed_by_id_985e7372; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_legalhold_placed_by_id_985e7372 ON public.audits_legalhold USING btree (placed_by_id);


--
-- Name: audits_legalhold_released_by_id_cae0d715; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_legalhold_released_by_id_cae0d715 ON public.audits_legalhold USING btree (released_by_id);


--
-- Name: audits_letter_invitation_id_faf4e669; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_letter_invitation_id_faf4e669 ON public.audits_letter USING btree (invitation_id);


--
-- Name: audits_letter_user_id_0d33993e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_letter_user_id_0d33993e ON public.audits_letter USING btree (user_id);


--
-- Name: audits_notice_recorded_by_id_afa97e3a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_notice_recorded_by_id_afa97e3a ON public.audits_notice USING btree (recorded_by_id);


--
-- Name: audits_purpose_code_2751d6d8_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_purpose_code_2751d6d8_like ON public.audits_purpose USING btree (code varchar_pattern_ops);


--
-- Name: audits_purpose_label_3fb0fa9c_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_purpose_label_3fb0fa9c_like ON public.audits_purpose USING btree (label varchar_pattern_ops);


--
-- Name: audits_redaction_answer_id_ee629590; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_redaction_answer_id_ee629590 ON public.audits_redaction USING btree (answer_id);


--
-- Name: audits_redaction_audit_id_fa333ced; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_redaction_audit_id_fa333ced ON public.audits_redaction USING btree (audit_id);


--
-- Name: audits_redaction_redacted_by_id_0253bd08; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_redaction_redacted_by_id_0253bd08 ON public.audits_redaction USING btree (redacted_by_id);


--
-- Name: audits_release_audit_id_5df810b9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_release_audit_id_5df810b9 ON public.audits_release USING btree (audit_id);


--
-- Name: audits_release_employee_id_90f47ad7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_release_employee_id_90f47ad7 ON public.audits_release USING btree (employee_id);


--
-- Name: audits_release_released_by_id_1a6c33ce; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_release_released_by_id_1a6c33ce ON public.audits_release USING btree (released_by_id);


--
-- Name: audits_release_request_id_411d2ba9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_release_request_id_411d2ba9 ON public.audits_release USING btree (request_id);


--
-- Name: audits_report_audit_id_88c13eed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_report_audit_id_88c13eed ON public.audits_report USING btree (audit_id);


--
-- Name: audits_report_department_id_9fabb559; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_report_department_id_9fabb559 ON public.audits_report USING btree (department_id);


--
-- Name: audits_report_purpose_id_b36c379f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_report_purpose_id_b36c379f ON public.audits_report USING btree (purpose_id);


--
-- Name: audits_report_requested_by_id_fda59916; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_report_requested_by_id_fda59916 ON public.audits_report USING btree (requested_by_id);


--
-- Name: audits_retentionprotocol_by_id_66f78781; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_retentionprotocol_by_id_66f78781 ON public.audits_retentionprotocol USING btree (by_id);


--
-- Name: audits_retentionrule_data_class_645bb4c1_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_retentionrule_data_class_645bb4c1_like ON public.audits_retentionrule USING btree (data_class varchar_pattern_ops);


--
-- Name: audits_reviewedappointment_appointment_id_1ef6dfe8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_reviewedappointment_appointment_id_1ef6dfe8 ON public.audits_reviewedappointment USING btree (appointment_id);


--
-- Name: audits_reviewedappointment_review_id_c4c716b4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_reviewedappointment_review_id_c4c716b4 ON public.audits_reviewedappointment USING btree (review_id);


--
-- Name: audits_rightsreview_by_id_b11a66b6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_rightsreview_by_id_b11a66b6 ON public.audits_rightsreview USING btree (by_id);


--
-- Name: audits_rightsreview_department_id_15bbbb8f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_rightsreview_department_id_15bbbb8f ON public.audits_rightsreview USING btree (department_id);


--
-- Name: audits_sheet_lines_id_9df19e6e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_sheet_lines_id_9df19e6e ON public.audits_sheet USING btree (lines_id);


--
-- Name: audits_sheetlines_digest_f4b8cf60_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_sheetlines_digest_f4b8cf60_like ON public.audits_sheetlines USING btree (digest varchar_pattern_ops);


--
-- Name: audits_statement_audit_id_76326879; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_statement_audit_id_76326879 ON public.audits_statement USING btree (audit_id);


--
-- Name: audits_statement_made_by_id_d6410478; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_statement_made_by_id_d6410478 ON public.audits_statement USING btree (made_by_id);


--
-- Name: audits_supplement_closing_id_1903d5a8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_supplement_closing_id_1903d5a8 ON public.audits_supplement USING btree (closing_id);


--
-- Name: audits_supplement_made_by_id_c62bb7a2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_supplement_made_by_id_c62bb7a2 ON public.audits_supplement USING btree (made_by_id);


--
-- Name: audits_told_employee_id_e85a0aa5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_told_employee_id_e85a0aa5 ON public.audits_told USING btree (employee_id);


--
-- Name: audits_told_notice_id_8ea246ed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_told_notice_id_8ea246ed ON public.audits_told USING btree (notice_id);


--
-- Name: audits_told_recorded_by_id_f7aad3c5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_told_recorded_by_id_f7aad3c5 ON public.audits_told USING btree (recorded_by_id);


--
-- Name: audits_told_withdrawn_by_id_35392df2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_told_withdrawn_by_id_35392df2 ON public.audits_told USING btree (withdrawn_by_id);


--
-- Name: audits_user_email_953b1874_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_user_email_953b1874_like ON public.audits_user USING btree (email varchar_pattern_ops);


--
-- Name: audits_user_groups_group_id_42d583ae; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_user_groups_group_id_42d583ae ON public.audits_user_groups USING btree (group_id);


--
-- Name: audits_user_groups_user_id_71dfd60b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_user_groups_user_id_71dfd60b ON public.audits_user_groups USING btree (user_id);


--
-- Name: audits_user_user_permissions_permission_id_51c63b3f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_user_user_permissions_permission_id_51c63b3f ON public.audits_user_user_permissions USING btree (permission_id);


--
-- Name: audits_user_user_permissions_user_id_61470ee5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_user_user_permissions_user_id_61470ee5 ON public.audits_user_user_permissions USING btree (user_id);


--
-- Name: audits_user_username_ab708792_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audits_user_username_ab708792_like ON public.audits_user USING btree (username varchar_pattern_ops);


--
-- Name: auth_group_name_a6ea08ec_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);


--
-- Name: auth_group_permissions_group_id_b120cbf9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);


--
-- Name: auth_group_permissions_permission_id_84c5c92e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);


--
-- Name: auth_permission_content_type_id_2f476e4b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);


--
-- Name: axes_accessattempt_ip_address_10922d9c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessattempt_ip_address_10922d9c ON public.axes_accessattempt USING btree (ip_address);


--
-- Name: axes_accessattempt_user_agent_ad89678b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessattempt_user_agent_ad89678b ON public.axes_accessattempt USING btree (user_agent);


--
-- Name: axes_accessattempt_user_agent_ad89678b_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessattempt_user_agent_ad89678b_like ON public.axes_accessattempt USING btree (user_agent varchar_pattern_ops);


--
-- Name: axes_accessattempt_username_3f2d4ca0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessattempt_username_3f2d4ca0 ON public.axes_accessattempt USING btree (username);


--
-- Name: axes_accessattempt_username_3f2d4ca0_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessattempt_username_3f2d4ca0_like ON public.axes_accessattempt USING btree (username varchar_pattern_ops);


--
-- Name: axes_accessfailurelog_ip_address_2e9f5a7f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessfailurelog_ip_address_2e9f5a7f ON public.axes_accessfailurelog USING btree (ip_address);


--
-- Name: axes_accessfailurelog_user_agent_ea145dda; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessfailurelog_user_agent_ea145dda ON public.axes_accessfailurelog USING btree (user_agent);


--
-- Name: axes_accessfailurelog_user_agent_ea145dda_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessfailurelog_user_agent_ea145dda_like ON public.axes_accessfailurelog USING btree (user_agent varchar_pattern_ops);


--
-- Name: axes_accessfailurelog_username_a8b7e8a4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessfailurelog_username_a8b7e8a4 ON public.axes_accessfailurelog USING btree (username);


--
-- Name: axes_accessfailurelog_username_a8b7e8a4_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessfailurelog_username_a8b7e8a4_like ON public.axes_accessfailurelog USING btree (username varchar_pattern_ops);


--
-- Name: axes_accesslog_ip_address_86b417e5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accesslog_ip_address_86b417e5 ON public.axes_accesslog USING btree (ip_address);


--
-- Name: axes_accesslog_user_agent_0e659004; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accesslog_user_agent_0e659004 ON public.axes_accesslog USING btree (user_agent);


--
-- Name: axes_accesslog_user_agent_0e659004_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accesslog_user_agent_0e659004_like ON public.axes_accesslog USING btree (user_agent varchar_pattern_ops);


--
-- Name: axes_accesslog_username_df93064b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accesslog_username_df93064b ON public.axes_accesslog USING btree (username);


--
-- Name: axes_accesslog_username_df93064b_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accesslog_username_df93064b_like ON public.axes_accesslog USING btree (username varchar_pattern_ops);


--
-- Name: datarequest_deadline; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX datarequest_deadline ON public.audits_datarequest USING btree (department_id, answered_at, deadline);


--
-- Name: datarequest_employee; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX datarequest_employee ON public.audits_datarequest USING btree (employee_id, received_on);


--
-- Name: django_admin_log_content_type_id_c4bce8eb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);


--
-- Name: django_admin_log_user_id_c564eba6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);


--
-- Name: django_session_expire_date_a5c62663; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);


--
-- Name: django_session_session_key_c0390e0f_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);


--
-- Name: django_task_backend_071754_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_task_backend_071754_idx ON public.django_tasks_database_dbtaskresult USING btree (backend_name);


--
-- Name: django_task_queue_n_99c321_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_task_queue_n_99c321_idx ON public.django_tasks_database_dbtaskresult USING btree (queue_name);


--
-- Name: employment_department_dates; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX employment_department_dates ON public.audits_employment USING btree (department_id, since, until);


--
-- Name: identification_one_first; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX identification_one_first ON public.audits_identification USING btree (audit_id) WHERE (replaces_id IS NULL);


--
-- Name: invitation_one_open; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX invitation_one_open ON public.audits_invitation USING btree (user_id) WHERE ((revoked_at IS NULL) AND (used_at IS NULL));


--
-- Name: letter_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_due ON public.audits_letter USING btree (next_try_at) WHERE ((state)::text = 'waiting'::text);


--
-- Name: letter_finished; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_finished ON public.audits_letter USING btree (finished_at);


--
-- Name: mfa_authenticator_user_id_0c3a50c0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);


--
-- Name: portal_cache_expires; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX portal_cache_expires ON public.portal_cache USING btree (expires);


--
-- Name: report_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX report_state ON public.audits_report USING btree (state);


--
-- Name: report_stored; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX report_stored ON public.audits_report USING btree (kind, department_id, period_start, period_end, level, fingerprint);


--
-- Name: standards_area_edition_id_69354eef; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_area_edition_id_69354eef ON public.standards_area USING btree (edition_id);


--
-- Name: standards_assessability_confirmed_by_id_f050d8a1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_assessability_confirmed_by_id_f050d8a1 ON public.standards_assessability USING btree (confirmed_by_id);


--
-- Name: standards_assessability_excludes_id_abb23b85; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_assessability_excludes_id_abb23b85 ON public.standards_assessability USING btree (excludes_id);


--
-- Name: standards_assessability_occasion_id_a2c098c5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_assessability_occasion_id_a2c098c5 ON public.standards_assessability USING btree (occasion_id);


--
-- Name: standards_assessability_question_confirmed_by_id_ce6e08fb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_assessability_question_confirmed_by_id_ce6e08fb ON public.standards_assessability USING btree (question_confirmed_by_id);


--
-- Name: standards_edition_based_on_id_c0014f5f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_edition_based_on_id_c0014f5f ON public.standards_edition USING btree (based_on_id);


--
-- Name: standards_edition_code_194a2fb2_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_edition_code_194a2fb2_like ON public.standards_edition USING btree (code varchar_pattern_ops);


--
-- Name: standards_historicalarea_edition_id_8afe59d1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalarea_edition_id_8afe59d1 ON public.standards_historicalarea USING btree (edition_id);


--
-- Name: standards_historicalarea_history_date_10dd3e1f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalarea_history_date_10dd3e1f ON public.standards_historicalarea USING btree (history_date);


--
-- Name: standards_historicalarea_history_user_id_db4c2679; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalarea_history_user_id_db4c2679 ON public.standards_historicalarea USING btree (history_user_id);


--
-- Name: standards_historicalarea_id_68372690; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalarea_id_68372690 ON public.standards_historicalarea USING btree (id);


--
-- Name: standards_historicalassess_question_confirmed_by_id_b378b090; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalassess_question_confirmed_by_id_b378b090 ON public.standards_historicalassessability USING btree (question_confirmed_by_id);


--
-- Name: standards_historicalassessability_confirmed_by_id_7fe2dbb5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalassessability_confirmed_by_id_7fe2dbb5 ON public.standards_historicalassessability USING btree (confirmed_by_id);


--
-- Name: standards_historicalassessability_excludes_id_aa21ec55; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalassessability_excludes_id_aa21ec55 ON public.standards_historicalassessability USING btree (excludes_id);


--
-- Name: standards_historicalassessability_history_date_0f018356; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalassessability_history_date_0f018356 ON public.standards_historicalassessability USING btree (history_date);


--
-- Name: standards_historicalassessability_history_user_id_91891729; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalassessability_history_user_id_91891729 ON public.standards_historicalassessability USING btree (history_user_id);


--
-- Name: standards_historicalassessability_id_451a4a70; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalassessability_id_451a4a70 ON public.standards_historicalassessability USING btree (id);


--
-- Name: standards_historicalassessability_occasion_id_198cabf5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalassessability_occasion_id_198cabf5 ON public.standards_historicalassessability USING btree (occasion_id);


--
-- Name: standards_historicalassessability_recommendation_id_a38335c7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalassessability_recommendation_id_a38335c7 ON public.standards_historicalassessability USING btree (recommendation_id);


--
-- Name: standards_historicaledition_based_on_id_37346da2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicaledition_based_on_id_37346da2 ON public.standards_historicaledition USING btree (based_on_id);


--
-- Name: standards_historicaledition_code_3a324625; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicaledition_code_3a324625 ON public.standards_historicaledition USING btree (code);


--
-- Name: standards_historicaledition_code_3a324625_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicaledition_code_3a324625_like ON public.standards_historicaledition USING btree (code varchar_pattern_ops);


--
-- Name: standards_historicaledition_history_date_f23697a5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicaledition_history_date_f23697a5 ON public.standards_historicaledition USING btree (history_date);


--
-- Name: standards_historicaledition_history_user_id_aa0a7c11; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicaledition_history_user_id_aa0a7c11 ON public.standards_historicaledition USING btree (history_user_id);


--
-- Name: standards_historicaledition_id_6a79255a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicaledition_id_6a79255a ON public.standards_historicaledition USING btree (id);


--
-- Name: standards_historicaloccasion_code_cdcce881; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicaloccasion_code_cdcce881 ON public.standards_historicaloccasion USING btree (code);


--
-- Name: standards_historicaloccasion_code_cdcce881_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicaloccasion_code_cdcce881_like ON public.standards_historicaloccasion USING btree (code varchar_pattern_ops);


--
-- Name: standards_historicaloccasion_confirmed_by_id_1ec17af7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicaloccasion_confirmed_by_id_1ec17af7 ON public.standards_historicaloccasion USING btree (confirmed_by_id);


--
-- Name: standards_historicaloccasion_edition_id_82b93f7d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicaloccasion_edition_id_82b93f7d ON public.standards_historicaloccasion USING btree (edition_id);


--
-- Name: standards_historicaloccasion_history_date_fb8c5808; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicaloccasion_history_date_fb8c5808 ON public.standards_historicaloccasion USING btree (history_date);


--
-- Name: standards_historicaloccasion_history_user_id_52df05f0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicaloccasion_history_user_id_52df05f0 ON public.standards_historicaloccasion USING btree (history_user_id);


--
-- Name: standards_historicaloccasion_id_39bf70ef; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicaloccasion_id_39bf70ef ON public.standards_historicaloccasion USING btree (id);


--
-- Name: standards_historicalpoint_history_date_c875fc01; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalpoint_history_date_c875fc01 ON public.standards_historicalpoint USING btree (history_date);


--
-- Name: standards_historicalpoint_history_user_id_09de34f0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalpoint_history_user_id_09de34f0 ON public.standards_historicalpoint USING btree (history_user_id);


--
-- Name: standards_historicalpoint_id_51f6c8e3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalpoint_id_51f6c8e3 ON public.standards_historicalpoint USING btree (id);


--
-- Name: standards_historicalpoint_recommendation_id_01719c35; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalpoint_recommendation_id_01719c35 ON public.standards_historicalpoint USING btree (recommendation_id);


--
-- Name: standards_historicalrecommendation_history_date_f2f8282d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalrecommendation_history_date_f2f8282d ON public.standards_historicalrecommendation USING btree (history_date);


--
-- Name: standards_historicalrecommendation_history_user_id_73ba388b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalrecommendation_history_user_id_73ba388b ON public.standards_historicalrecommendation USING btree (history_user_id);


--
-- Name: standards_historicalrecommendation_id_a6721804; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalrecommendation_id_a6721804 ON public.standards_historicalrecommendation USING btree (id);


--
-- Name: standards_historicalrecommendation_standard_id_2a58bdb4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalrecommendation_standard_id_2a58bdb4 ON public.standards_historicalrecommendation USING btree (standard_id);


--
-- Name: standards_historicalstandard_area_id_f3197f5c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalstandard_area_id_f3197f5c ON public.standards_historicalstandard USING btree (area_id);


--
-- Name: standards_historicalstandard_edition_id_1a9b5690; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalstandard_edition_id_1a9b5690 ON public.standards_historicalstandard USING btree (edition_id);


--
-- Name: standards_historicalstandard_history_date_0ae3a11d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalstandard_history_date_0ae3a11d ON public.standards_historicalstandard USING btree (history_date);


--
-- Name: standards_historicalstandard_history_user_id_cd33db65; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalstandard_history_user_id_cd33db65 ON public.standards_historicalstandard USING btree (history_user_id);


--
-- Name: standards_historicalstandard_id_ececb86a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_historicalstandard_id_ececb86a ON public.standards_historicalstandard USING btree (id);


--
-- Name: standards_occasion_code_918dcab5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_occasion_code_918dcab5 ON public.standards_occasion USING btree (code);


--
-- Name: standards_occasion_code_918dcab5_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_occasion_code_918dcab5_like ON public.standards_occasion USING btree (code varchar_pattern_ops);


--
-- Name: standards_occasion_confirmed_by_id_da3859fd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_occasion_confirmed_by_id_da3859fd ON public.standards_occasion USING btree (confirmed_by_id);


--
-- Name: standards_occasion_edition_id_60a3cc30; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_occasion_edition_id_60a3cc30 ON public.standards_occasion USING btree (edition_id);


--
-- Name: standards_point_recommendation_id_633bf701; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_point_recommendation_id_633bf701 ON public.standards_point USING btree (recommendation_id);


--
-- Name: standards_publication_published_by_id_f03b6880; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_publication_published_by_id_f03b6880 ON public.standards_publication USING btree (published_by_id);


--
-- Name: standards_recommendation_standard_id_29ee05ab; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_recommendation_standard_id_29ee05ab ON public.standards_recommendation USING btree (standard_id);


--
-- Name: standards_standard_area_id_05194843; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_standard_area_id_05194843 ON public.standards_standard USING btree (area_id);


--
-- Name: standards_standard_edition_id_270ed0b7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_standard_edition_id_270ed0b7 ON public.standards_standard USING btree (edition_id);


--
-- Name: standards_withdrawal_withdrawn_by_id_67757925; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX standards_withdrawal_withdrawn_by_id_67757925 ON public.standards_withdrawal USING btree (withdrawn_by_id);


--
-- Name: statement_audit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX statement_audit ON public.audits_statement USING btree (audit_id, made_at);


--
-- Name: tasks_db_new_ordering_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_db_new_ordering_idx ON public.django_tasks_database_dbtaskresult USING btree (status, priority DESC, run_after, enqueued_at) WHERE ((status)::text = 'READY'::text);


--
-- Name: told_employee; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX told_employee ON public.audits_told USING btree (employee_id, counts_from);


--
-- Name: told_once_of_a_notice; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX told_once_of_a_notice ON public.audits_told USING btree (notice_id, employee_id) WHERE (withdrawn_at IS NULL);


--
-- Name: unique_authenticator_type; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));


--
-- Name: unique_primary_email; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";


--
-- Name: unique_verified_email; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;


--
-- Name: usersessions_usersession_session_key_fd35de43_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX usersessions_usersession_session_key_fd35de43_like ON public.usersessions_usersession USING btree (session_key varchar_pattern_ops);


--
-- Name: usersessions_usersession_user_id_af5e0a6d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX usersessions_usersession_user_id_af5e0a6d ON public.usersessions_usersession USING btree (user_id);


--
-- Name: audits_accessrecord append_only_audits_accessrecord_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_accessrecord_row BEFORE DELETE OR UPDATE ON public.audits_accessrecord FOR EACH ROW EXECUTE FUNCTION public.append_only_audits_accessrecord();


--
-- Name: audits_accessrecord append_only_audits_accessrecord_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_accessrecord_truncate BEFORE TRUNCATE ON public.audits_accessrecord FOR EACH STATEMENT EXECUTE FUNCTION public.append_only_audits_accessrecord();


--
-- Name: audits_block append_only_audits_block_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_block_row BEFORE DELETE OR UPDATE ON public.audits_block FOR EACH ROW EXECUTE FUNCTION public.append_only_audits_block();


--
-- Name: audits_block append_only_audits_block_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_block_truncate BEFORE TRUNCATE ON public.audits_block FOR EACH STATEMENT EXECUTE FUNCTION public.append_only_audits_block();


--
-- Name: audits_blocksums append_only_audits_blocksums_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_blocksums_row BEFORE DELETE OR UPDATE ON public.audits_blocksums FOR EACH ROW EXECUTE FUNCTION public.append_only_audits_blocksums();


--
-- Name: audits_blocksums append_only_audits_blocksums_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_blocksums_truncate BEFORE TRUNCATE ON public.audits_blocksums FOR EACH STATEMENT EXECUTE FUNCTION public.append_only_audits_blocksums();


--
-- Name: audits_blockversion append_only_audits_blockversion_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_blockversion_row BEFORE DELETE OR UPDATE ON public.audits_blockversion FOR EACH ROW EXECUTE FUNCTION public.append_only_audits_blockversion();


--
-- Name: audits_blockversion append_only_audits_blockversion_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_blockversion_truncate BEFORE TRUNCATE ON public.audits_blockversion FOR EACH STATEMENT EXECUTE FUNCTION public.append_only_audits_blockversion();


--
-- Name: audits_closing append_only_audits_closing_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_closing_row BEFORE DELETE OR UPDATE ON public.audits_closing FOR EACH ROW EXECUTE FUNCTION public.append_only_audits_closing();


--
-- Name: audits_closing append_only_audits_closing_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_closing_truncate BEFORE TRUNCATE ON public.audits_closing FOR EACH STATEMENT EXECUTE FUNCTION public.append_only_audits_closing();


--
-- Name: audits_departure append_only_audits_departure_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_departure_row BEFORE DELETE OR UPDATE ON public.audits_departure FOR EACH ROW EXECUTE FUNCTION public.append_only_audits_departure();


--
-- Name: audits_departure append_only_audits_departure_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_departure_truncate BEFORE TRUNCATE ON public.audits_departure FOR EACH STATEMENT EXECUTE FUNCTION public.append_only_audits_departure();


--
-- Name: audits_granulesetting append_only_audits_granulesetting_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_granulesetting_row BEFORE DELETE OR UPDATE ON public.audits_granulesetting FOR EACH ROW EXECUTE FUNCTION public.append_only_audits_granulesetting();


--
-- Name: audits_granulesetting append_only_audits_granulesetting_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_granulesetting_truncate BEFORE TRUNCATE ON public.audits_granulesetting FOR EACH STATEMENT EXECUTE FUNCTION public.append_only_audits_granulesetting();


--
-- Name: audits_identification append_only_audits_identification_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_identification_row BEFORE DELETE OR UPDATE ON public.audits_identification FOR EACH ROW EXECUTE FUNCTION public.append_only_audits_identification();


--
-- Name: audits_identification append_only_audits_identification_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_identification_truncate BEFORE TRUNCATE ON public.audits_identification FOR EACH STATEMENT EXECUTE FUNCTION public.append_only_audits_identification();


--
-- Name: audits_leftout append_only_audits_leftout_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_leftout_row BEFORE DELETE OR UPDATE ON public.audits_leftout FOR EACH ROW EXECUTE FUNCTION public.append_only_audits_leftout();


--
-- Name: audits_leftout append_only_audits_leftout_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_leftout_truncate BEFORE TRUNCATE ON public.audits_leftout FOR EACH STATEMENT EXECUTE FUNCTION public.append_only_audits_leftout();


--
-- Name: audits_logcheckpoint append_only_audits_logcheckpoint_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_logcheckpoint_row BEFORE DELETE OR UPDATE ON public.audits_logcheckpoint FOR EACH ROW EXECUTE FUNCTION public.append_only_audits_logcheckpoint();


--
-- Name: audits_logcheckpoint append_only_audits_logcheckpoint_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_logcheckpoint_truncate BEFORE TRUNCATE ON public.audits_logcheckpoint FOR EACH STATEMENT EXECUTE FUNCTION public.append_only_audits_logcheckpoint();


--
-- Name: audits_retentionprotocol append_only_audits_retentionprotocol_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_retentionprotocol_row BEFORE DELETE OR UPDATE ON public.audits_retentionprotocol FOR EACH ROW EXECUTE FUNCTION public.append_only_audits_retentionprotocol();


--
-- Name: audits_retentionprotocol append_only_audits_retentionprotocol_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_retentionprotocol_truncate BEFORE TRUNCATE ON public.audits_retentionprotocol FOR EACH STATEMENT EXECUTE FUNCTION public.append_only_audits_retentionprotocol();


--
-- Name: audits_reviewedappointment append_only_audits_reviewedappointment_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_reviewedappointment_row BEFORE DELETE OR UPDATE ON public.audits_reviewedappointment FOR EACH ROW EXECUTE FUNCTION public.append_only_audits_reviewedappointment();


--
-- Name: audits_reviewedappointment append_only_audits_reviewedappointment_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_reviewedappointment_truncate BEFORE TRUNCATE ON public.audits_reviewedappointment FOR EACH STATEMENT EXECUTE FUNCTION public.append_only_audits_reviewedappointment();


--
-- Name: audits_rightsreview append_only_audits_rightsreview_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_rightsreview_row BEFORE DELETE OR UPDATE ON public.audits_rightsreview FOR EACH ROW EXECUTE FUNCTION public.append_only_audits_rightsreview();


--
-- Name: audits_rightsreview append_only_audits_rightsreview_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_rightsreview_truncate BEFORE TRUNCATE ON public.audits_rightsreview FOR EACH STATEMENT EXECUTE FUNCTION public.append_only_audits_rightsreview();


--
-- Name: audits_supplement append_only_audits_supplement_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_supplement_row BEFORE DELETE OR UPDATE ON public.audits_supplement FOR EACH ROW EXECUTE FUNCTION public.append_only_audits_supplement();


--
-- Name: audits_supplement append_only_audits_supplement_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_audits_supplement_truncate BEFORE TRUNCATE ON public.audits_supplement FOR EACH STATEMENT EXECUTE FUNCTION public.append_only_audits_supplement();


--
-- Name: standards_area keep_published_standards_area_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_published_standards_area_row BEFORE INSERT OR DELETE OR UPDATE ON public.standards_area FOR EACH ROW EXECUTE FUNCTION public.keep_published_standards_area();


--
-- Name: standards_area keep_published_standards_area_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_published_standards_area_truncate BEFORE TRUNCATE ON public.standards_area FOR EACH STATEMENT EXECUTE FUNCTION public.keep_published_standards_area();


--
-- Name: standards_edition keep_published_standards_edition_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_published_standards_edition_row BEFORE INSERT OR DELETE OR UPDATE ON public.standards_edition FOR EACH ROW EXECUTE FUNCTION public.keep_published_standards_edition();


--
-- Name: standards_edition keep_published_standards_edition_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_published_standards_edition_truncate BEFORE TRUNCATE ON public.standards_edition FOR EACH STATEMENT EXECUTE FUNCTION public.keep_published_standards_edition();


--
-- Name: standards_point keep_published_standards_point_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_published_standards_point_row BEFORE INSERT OR DELETE OR UPDATE ON public.standards_point FOR EACH ROW EXECUTE FUNCTION public.keep_published_standards_point();


--
-- Name: standards_point keep_published_standards_point_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_published_standards_point_truncate BEFORE TRUNCATE ON public.standards_point FOR EACH STATEMENT EXECUTE FUNCTION public.keep_published_standards_point();


--
-- Name: standards_publication keep_published_standards_publication_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_published_standards_publication_row BEFORE INSERT OR DELETE OR UPDATE ON public.standards_publication FOR EACH ROW EXECUTE FUNCTION public.keep_published_standards_publication();


--
-- Name: standards_publication keep_published_standards_publication_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_published_standards_publication_truncate BEFORE TRUNCATE ON public.standards_publication FOR EACH STATEMENT EXECUTE FUNCTION public.keep_published_standards_publication();


--
-- Name: standards_recommendation keep_published_standards_recommendation_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_published_standards_recommendation_row BEFORE INSERT OR DELETE OR UPDATE ON public.standards_recommendation FOR EACH ROW EXECUTE FUNCTION public.keep_published_standards_recommendation();


--
-- Name: standards_recommendation keep_published_standards_recommendation_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_published_standards_recommendation_truncate BEFORE TRUNCATE ON public.standards_recommendation FOR EACH STATEMENT EXECUTE FUNCTION public.keep_published_standards_recommendation();


--
-- Name: standards_standard keep_published_standards_standard_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_published_standards_standard_row BEFORE INSERT OR DELETE OR UPDATE ON public.standards_standard FOR EACH ROW EXECUTE FUNCTION public.keep_published_standards_standard();


--
-- Name: standards_standard keep_published_standards_standard_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_published_standards_standard_truncate BEFORE TRUNCATE ON public.standards_standard FOR EACH STATEMENT EXECUTE FUNCTION public.keep_published_standards_standard();


--
-- Name: standards_withdrawal keep_published_standards_withdrawal_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_published_standards_withdrawal_row BEFORE INSERT OR DELETE OR UPDATE ON public.standards_withdrawal FOR EACH ROW EXECUTE FUNCTION public.keep_published_standards_withdrawal();


--
-- Name: standards_withdrawal keep_published_standards_withdrawal_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_published_standards_withdrawal_truncate BEFORE TRUNCATE ON public.standards_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION public.keep_published_standards_withdrawal();


--
-- Name: account_emailaddress account_emailaddress_user_id_2c513194_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_audits_user_id FOREIGN KEY (user_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: account_emailconfirmation account_emailconfirm_email_address_id_5b7f8c58_fk_account_e; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_accessrecord audits_accessrecord_audit_id_d4700a12_fk_audits_audit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_accessrecord
    ADD CONSTRAINT audits_accessrecord_audit_id_d4700a12_fk_audits_audit_id FOREIGN KEY (audit_id) REFERENCES public.audits_audit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_accessrecord audits_accessrecord_employee_id_4eb37858_fk_audits_employee_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_accessrecord
    ADD CONSTRAINT audits_accessrecord_employee_id_4eb37858_fk_audits_employee_id FOREIGN KEY (employee_id) REFERENCES public.audits_employee(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_accessrecord audits_accessrecord_purpose_id_fcb37584_fk_audits_purpose_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_accessrecord
    ADD CONSTRAINT audits_accessrecord_purpose_id_fcb37584_fk_audits_purpose_id FOREIGN KEY (purpose_id) REFERENCES public.audits_purpose(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_accessrecord audits_accessrecord_reader_id_1f8debf7_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_accessrecord
    ADD CONSTRAINT audits_accessrecord_reader_id_1f8debf7_fk_audits_user_id FOREIGN KEY (reader_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_accessrecord audits_accessrecord_report_id_9e0147b0_fk_audits_report_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_accessrecord
    ADD CONSTRAINT audits_accessrecord_report_id_9e0147b0_fk_audits_report_id FOREIGN KEY (report_id) REFERENCES public.audits_report(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_acknowledgement audits_acknowledgement_notice_id_657321fb_fk_audits_notice_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_acknowledgement
    ADD CONSTRAINT audits_acknowledgement_notice_id_657321fb_fk_audits_notice_id FOREIGN KEY (notice_id) REFERENCES public.audits_notice(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_acknowledgement audits_acknowledgement_user_id_3737f24f_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_acknowledgement
    ADD CONSTRAINT audits_acknowledgement_user_id_3737f24f_fk_audits_user_id FOREIGN KEY (user_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_ancestry audits_ancestry_ancestor_id_4c32b8b6_fk_audits_department_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_ancestry
    ADD CONSTRAINT audits_ancestry_ancestor_id_4c32b8b6_fk_audits_department_id FOREIGN KEY (ancestor_id) REFERENCES public.audits_department(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_ancestry audits_ancestry_descendant_id_c247e327_fk_audits_department_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_ancestry
    ADD CONSTRAINT audits_ancestry_descendant_id_c247e327_fk_audits_department_id FOREIGN KEY (descendant_id) REFERENCES public.audits_department(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_annulment audits_annulment_audit_id_49712f23_fk_audits_audit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_annulment
    ADD CONSTRAINT audits_annulment_audit_id_49712f23_fk_audits_audit_id FOREIGN KEY (audit_id) REFERENCES public.audits_audit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_annulment audits_annulment_decided_by_id_df260646_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_annulment
    ADD CONSTRAINT audits_annulment_decided_by_id_df260646_fk_audits_user_id FOREIGN KEY (decided_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_annulment audits_annulment_proposed_by_id_c6c876d9_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_annulment
    ADD CONSTRAINT audits_annulment_proposed_by_id_c6c876d9_fk_audits_user_id FOREIGN KEY (proposed_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_answer audits_answer_audit_id_e209edd5_fk_audits_audit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_answer
    ADD CONSTRAINT audits_answer_audit_id_e209edd5_fk_audits_audit_id FOREIGN KEY (audit_id) REFERENCES public.audits_audit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_answer audits_answer_excludes_id_5ae807a2_fk_standards; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_answer
    ADD CONSTRAINT audits_answer_excludes_id_5ae807a2_fk_standards FOREIGN KEY (excludes_id) REFERENCES public.standards_recommendation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_answer audits_answer_gate_id_3eac6280_fk_audits_gate_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_answer
    ADD CONSTRAINT audits_answer_gate_id_3eac6280_fk_audits_gate_id FOREIGN KEY (gate_id) REFERENCES public.audits_gate(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_answer audits_answer_recommendation_id_5be78c0f_fk_standards; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_answer
    ADD CONSTRAINT audits_answer_recommendation_id_5be78c0f_fk_standards FOREIGN KEY (recommendation_id) REFERENCES public.standards_recommendation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_appointment audits_appointment_department_id_45c25b75_fk_audits_de; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_appointment
    ADD CONSTRAINT audits_appointment_department_id_45c25b75_fk_audits_de FOREIGN KEY (department_id) REFERENCES public.audits_department(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_appointment audits_appointment_ended_by_id_30e74088_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_appointment
    ADD CONSTRAINT audits_appointment_ended_by_id_30e74088_fk_audits_user_id FOREIGN KEY (ended_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_appointment audits_appointment_granted_by_id_e6f9c234_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_appointment
    ADD CONSTRAINT audits_appointment_granted_by_id_e6f9c234_fk_audits_user_id FOREIGN KEY (granted_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_appointment audits_appointment_user_id_f60456ef_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_appointment
    ADD CONSTRAINT audits_appointment_user_id_f60456ef_fk_audits_user_id FOREIGN KEY (user_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_assignment audits_assignment_assigned_by_id_6ea5b246_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_assignment
    ADD CONSTRAINT audits_assignment_assigned_by_id_6ea5b246_fk_audits_user_id FOREIGN KEY (assigned_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_assignment audits_assignment_department_id_6eb885c5_fk_audits_de; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_assignment
    ADD CONSTRAINT audits_assignment_department_id_6eb885c5_fk_audits_de FOREIGN KEY (department_id) REFERENCES public.audits_department(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_assignment audits_assignment_shopper_id_5e95091f_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_assignment
    ADD CONSTRAINT audits_assignment_shopper_id_5e95091f_fk_audits_user_id FOREIGN KEY (shopper_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_assignment audits_assignment_withdrawn_by_id_a6053ccc_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_assignment
    ADD CONSTRAINT audits_assignment_withdrawn_by_id_a6053ccc_fk_audits_user_id FOREIGN KEY (withdrawn_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_audit audits_audit_assignment_id_b434f408_fk_audits_assignment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_assignment_id_b434f408_fk_audits_assignment_id FOREIGN KEY (assignment_id) REFERENCES public.audits_assignment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_audit audits_audit_auditor_id_f712d234_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_auditor_id_f712d234_fk_audits_user_id FOREIGN KEY (auditor_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_audit audits_audit_corrects_id_a3bde21c_fk_audits_audit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_corrects_id_a3bde21c_fk_audits_audit_id FOREIGN KEY (corrects_id) REFERENCES public.audits_audit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_audit audits_audit_department_id_63c060e0_fk_audits_department_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_department_id_63c060e0_fk_audits_department_id FOREIGN KEY (department_id) REFERENCES public.audits_department(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_audit audits_audit_edition_id_b6ff5ca7_fk_standards_edition_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_edition_id_b6ff5ca7_fk_standards_edition_id FOREIGN KEY (edition_id) REFERENCES public.standards_edition(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_audit audits_audit_employee_id_54ced104_fk_audits_employee_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_employee_id_54ced104_fk_audits_employee_id FOREIGN KEY (employee_id) REFERENCES public.audits_employee(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_audit audits_audit_supersedes_id_26696186_fk_audits_audit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_supersedes_id_26696186_fk_audits_audit_id FOREIGN KEY (supersedes_id) REFERENCES public.audits_audit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_block audits_block_closing_id_39127060_fk_audits_closing_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_block
    ADD CONSTRAINT audits_block_closing_id_39127060_fk_audits_closing_id FOREIGN KEY (closing_id) REFERENCES public.audits_closing(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_block audits_block_edition_id_f4339931_fk_standards_edition_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_block
    ADD CONSTRAINT audits_block_edition_id_f4339931_fk_standards_edition_id FOREIGN KEY (edition_id) REFERENCES public.standards_edition(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_blocksums audits_blocksums_block_id_3803f975_fk_audits_block_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_blocksums
    ADD CONSTRAINT audits_blocksums_block_id_3803f975_fk_audits_block_id FOREIGN KEY (block_id) REFERENCES public.audits_block(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_blockversion audits_blockversion_block_id_868262ee_fk_audits_block_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_blockversion
    ADD CONSTRAINT audits_blockversion_block_id_868262ee_fk_audits_block_id FOREIGN KEY (block_id) REFERENCES public.audits_block(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_closing audits_closing_closed_by_id_23a253e3_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_closing
    ADD CONSTRAINT audits_closing_closed_by_id_23a253e3_fk_audits_user_id FOREIGN KEY (closed_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_correction audits_correction_decided_by_id_8b2fa13a_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_correction
    ADD CONSTRAINT audits_correction_decided_by_id_8b2fa13a_fk_audits_user_id FOREIGN KEY (decided_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_correction audits_correction_proposed_by_id_15f30244_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_correction
    ADD CONSTRAINT audits_correction_proposed_by_id_15f30244_fk_audits_user_id FOREIGN KEY (proposed_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_correction audits_correction_version_id_6cc63b9a_fk_audits_audit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_correction
    ADD CONSTRAINT audits_correction_version_id_6cc63b9a_fk_audits_audit_id FOREIGN KEY (version_id) REFERENCES public.audits_audit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_datarequest audits_datarequest_answered_by_id_af0ddc1c_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_datarequest
    ADD CONSTRAINT audits_datarequest_answered_by_id_af0ddc1c_fk_audits_user_id FOREIGN KEY (answered_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_datarequest audits_datarequest_department_id_dbf03fa7_fk_audits_de; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_datarequest
    ADD CONSTRAINT audits_datarequest_department_id_dbf03fa7_fk_audits_de FOREIGN KEY (department_id) REFERENCES public.audits_department(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_datarequest audits_datarequest_employee_id_e8386a37_fk_audits_employee_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_datarequest
    ADD CONSTRAINT audits_datarequest_employee_id_e8386a37_fk_audits_employee_id FOREIGN KEY (employee_id) REFERENCES public.audits_employee(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_datarequest audits_datarequest_filed_by_id_fac9b80e_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_datarequest
    ADD CONSTRAINT audits_datarequest_filed_by_id_fac9b80e_fk_audits_user_id FOREIGN KEY (filed_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_department audits_department_merged_into_id_b58b3e44_fk_audits_de; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_department
    ADD CONSTRAINT audits_department_merged_into_id_b58b3e44_fk_audits_de FOREIGN KEY (merged_into_id) REFERENCES public.audits_department(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_department audits_department_parent_id_3a2aaaab_fk_audits_department_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_department
    ADD CONSTRAINT audits_department_parent_id_3a2aaaab_fk_audits_department_id FOREIGN KEY (parent_id) REFERENCES public.audits_department(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_departmentname audits_departmentnam_department_id_5febda52_fk_audits_de; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_departmentname
    ADD CONSTRAINT audits_departmentnam_department_id_5febda52_fk_audits_de FOREIGN KEY (department_id) REFERENCES public.audits_department(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_departure audits_departure_supplement_id_7bf9ac10_fk_audits_supplement_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_departure
    ADD CONSTRAINT audits_departure_supplement_id_7bf9ac10_fk_audits_supplement_id FOREIGN KEY (supplement_id) REFERENCES public.audits_supplement(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_departure audits_departure_version_id_ba93208d_fk_audits_blockversion_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_departure
    ADD CONSTRAINT audits_departure_version_id_ba93208d_fk_audits_blockversion_id FOREIGN KEY (version_id) REFERENCES public.audits_blockversion(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_draftdevice audits_draftdevice_audit_id_512de514_fk_audits_audit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_draftdevice
    ADD CONSTRAINT audits_draftdevice_audit_id_512de514_fk_audits_audit_id FOREIGN KEY (audit_id) REFERENCES public.audits_audit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_employee audits_employee_user_id_eb910514_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_employee
    ADD CONSTRAINT audits_employee_user_id_eb910514_fk_audits_user_id FOREIGN KEY (user_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_employment audits_employment_department_id_d0989a4d_fk_audits_de; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_employment
    ADD CONSTRAINT audits_employment_department_id_d0989a4d_fk_audits_de FOREIGN KEY (department_id) REFERENCES public.audits_department(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_employment audits_employment_employee_id_4669f44d_fk_audits_employee_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_employment
    ADD CONSTRAINT audits_employment_employee_id_4669f44d_fk_audits_employee_id FOREIGN KEY (employee_id) REFERENCES public.audits_employee(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_gate audits_gate_audit_id_0200b2e9_fk_audits_audit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_gate
    ADD CONSTRAINT audits_gate_audit_id_0200b2e9_fk_audits_audit_id FOREIGN KEY (audit_id) REFERENCES public.audits_audit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_gate audits_gate_occasion_id_3d59fda3_fk_standards_occasion_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_gate
    ADD CONSTRAINT audits_gate_occasion_id_3d59fda3_fk_standards_occasion_id FOREIGN KEY (occasion_id) REFERENCES public.standards_occasion(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_granulesetting audits_granulesetting_set_by_id_0f3f69b8_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_granulesetting
    ADD CONSTRAINT audits_granulesetting_set_by_id_0f3f69b8_fk_audits_user_id FOREIGN KEY (set_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_historicalretentionrule audits_historicalret_history_user_id_7da00346_fk_audits_us; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_historicalretentionrule
    ADD CONSTRAINT audits_historicalret_history_user_id_7da00346_fk_audits_us FOREIGN KEY (history_user_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_identification audits_identificatio_employee_id_2610c8e2_fk_audits_em; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_identification
    ADD CONSTRAINT audits_identificatio_employee_id_2610c8e2_fk_audits_em FOREIGN KEY (employee_id) REFERENCES public.audits_employee(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_identification audits_identificatio_replaces_id_e7d9d18c_fk_audits_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_identification
    ADD CONSTRAINT audits_identificatio_replaces_id_e7d9d18c_fk_audits_id FOREIGN KEY (replaces_id) REFERENCES public.audits_identification(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_identification audits_identification_audit_id_fafdc2ef_fk_audits_audit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_identification
    ADD CONSTRAINT audits_identification_audit_id_fafdc2ef_fk_audits_audit_id FOREIGN KEY (audit_id) REFERENCES public.audits_audit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_identification audits_identification_by_id_41f6505f_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_identification
    ADD CONSTRAINT audits_identification_by_id_41f6505f_fk_audits_user_id FOREIGN KEY (by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_invitation audits_invitation_sent_by_id_0561c940_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_invitation
    ADD CONSTRAINT audits_invitation_sent_by_id_0561c940_fk_audits_user_id FOREIGN KEY (sent_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_invitation audits_invitation_user_id_bcb38609_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_invitation
    ADD CONSTRAINT audits_invitation_user_id_bcb38609_fk_audits_user_id FOREIGN KEY (user_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_leftout audits_leftout_closing_id_fda9db24_fk_audits_closing_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_leftout
    ADD CONSTRAINT audits_leftout_closing_id_fda9db24_fk_audits_closing_id FOREIGN KEY (closing_id) REFERENCES public.audits_closing(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_leftout audits_leftout_edition_id_a8e26b52_fk_standards_edition_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_leftout
    ADD CONSTRAINT audits_leftout_edition_id_a8e26b52_fk_standards_edition_id FOREIGN KEY (edition_id) REFERENCES public.standards_edition(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_legalhold audits_legalhold_department_id_7d71e60e_fk_audits_department_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_legalhold
    ADD CONSTRAINT audits_legalhold_department_id_7d71e60e_fk_audits_department_id FOREIGN KEY (department_id) REFERENCES public.audits_department(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_legalhold audits_legalhold_employee_id_5d6ecf82_fk_audits_employee_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_legalhold
    ADD CONSTRAINT audits_legalhold_employee_id_5d6ecf82_fk_audits_employee_id FOREIGN KEY (employee_id) REFERENCES public.audits_employee(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_legalhold audits_legalhold_placed_by_id_985e7372_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_legalhold
    ADD CONSTRAINT audits_legalhold_placed_by_id_985e7372_fk_audits_user_id FOREIGN KEY (placed_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_legalhold audits_legalhold_released_by_id_cae0d715_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_legalhold
    ADD CONSTRAINT audits_legalhold_released_by_id_cae0d715_fk_audits_user_id FOREIGN KEY (released_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_letter audits_letter_invitation_id_faf4e669_fk_audits_invitation_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_letter
    ADD CONSTRAINT audits_letter_invitation_id_faf4e669_fk_audits_invitation_id FOREIGN KEY (invitation_id) REFERENCES public.audits_invitation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_letter audits_letter_user_id_0d33993e_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_letter
    ADD CONSTRAINT audits_letter_user_id_0d33993e_fk_audits_user_id FOREIGN KEY (user_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_notice audits_notice_recorded_by_id_afa97e3a_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_notice
    ADD CONSTRAINT audits_notice_recorded_by_id_afa97e3a_fk_audits_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_redaction audits_redaction_answer_id_ee629590_fk_audits_answer_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_redaction
    ADD CONSTRAINT audits_redaction_answer_id_ee629590_fk_audits_answer_id FOREIGN KEY (answer_id) REFERENCES public.audits_answer(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_redaction audits_redaction_audit_id_fa333ced_fk_audits_audit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_redaction
    ADD CONSTRAINT audits_redaction_audit_id_fa333ced_fk_audits_audit_id FOREIGN KEY (audit_id) REFERENCES public.audits_audit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_redaction audits_redaction_redacted_by_id_0253bd08_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_redaction
    ADD CONSTRAINT audits_redaction_redacted_by_id_0253bd08_fk_audits_user_id FOREIGN KEY (redacted_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_release audits_release_audit_id_5df810b9_fk_audits_audit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_release
    ADD CONSTRAINT audits_release_audit_id_5df810b9_fk_audits_audit_id FOREIGN KEY (audit_id) REFERENCES public.audits_audit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_release audits_release_employee_id_90f47ad7_fk_audits_employee_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_release
    ADD CONSTRAINT audits_release_employee_id_90f47ad7_fk_audits_employee_id FOREIGN KEY (employee_id) REFERENCES public.audits_employee(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_release audits_release_released_by_id_1a6c33ce_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_release
    ADD CONSTRAINT audits_release_released_by_id_1a6c33ce_fk_audits_user_id FOREIGN KEY (released_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_release audits_release_request_id_411d2ba9_fk_audits_datarequest_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_release
    ADD CONSTRAINT audits_release_request_id_411d2ba9_fk_audits_datarequest_id FOREIGN KEY (request_id) REFERENCES public.audits_datarequest(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_report audits_report_audit_id_88c13eed_fk_audits_audit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_report
    ADD CONSTRAINT audits_report_audit_id_88c13eed_fk_audits_audit_id FOREIGN KEY (audit_id) REFERENCES public.audits_audit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_report audits_report_department_id_9fabb559_fk_audits_department_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_report
    ADD CONSTRAINT audits_report_department_id_9fabb559_fk_audits_department_id FOREIGN KEY (department_id) REFERENCES public.audits_department(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_report audits_report_purpose_id_b36c379f_fk_audits_purpose_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_report
    ADD CONSTRAINT audits_report_purpose_id_b36c379f_fk_audits_purpose_id FOREIGN KEY (purpose_id) REFERENCES public.audits_purpose(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_report audits_report_requested_by_id_fda59916_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_report
    ADD CONSTRAINT audits_report_requested_by_id_fda59916_fk_audits_user_id FOREIGN KEY (requested_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_retentionprotocol audits_retentionprotocol_by_id_66f78781_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_retentionprotocol
    ADD CONSTRAINT audits_retentionprotocol_by_id_66f78781_fk_audits_user_id FOREIGN KEY (by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_reviewedappointment audits_reviewedappoi_appointment_id_1ef6dfe8_fk_audits_ap; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_reviewedappointment
    ADD CONSTRAINT audits_reviewedappoi_appointment_id_1ef6dfe8_fk_audits_ap FOREIGN KEY (appointment_id) REFERENCES public.audits_appointment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_reviewedappointment audits_reviewedappoi_review_id_c4c716b4_fk_audits_ri; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_reviewedappointment
    ADD CONSTRAINT audits_reviewedappoi_review_id_c4c716b4_fk_audits_ri FOREIGN KEY (review_id) REFERENCES public.audits_rightsreview(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_rightsreview audits_rightsreview_by_id_b11a66b6_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_rightsreview
    ADD CONSTRAINT audits_rightsreview_by_id_b11a66b6_fk_audits_user_id FOREIGN KEY (by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_rightsreview audits_rightsreview_department_id_15bbbb8f_fk_audits_de; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_rightsreview
    ADD CONSTRAINT audits_rightsreview_department_id_15bbbb8f_fk_audits_de FOREIGN KEY (department_id) REFERENCES public.audits_department(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_sheet audits_sheet_audit_id_ce9284fb_fk_audits_audit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_sheet
    ADD CONSTRAINT audits_sheet_audit_id_ce9284fb_fk_audits_audit_id FOREIGN KEY (audit_id) REFERENCES public.audits_audit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_sheet audits_sheet_lines_id_9df19e6e_fk_audits_sheetlines_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_sheet
    ADD CONSTRAINT audits_sheet_lines_id_9df19e6e_fk_audits_sheetlines_id FOREIGN KEY (lines_id) REFERENCES public.audits_sheetlines(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_statement audits_statement_audit_id_76326879_fk_audits_audit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_statement
    ADD CONSTRAINT audits_statement_audit_id_76326879_fk_audits_audit_id FOREIGN KEY (audit_id) REFERENCES public.audits_audit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_statement audits_statement_made_by_id_d6410478_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_statement
    ADD CONSTRAINT audits_statement_made_by_id_d6410478_fk_audits_user_id FOREIGN KEY (made_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_supplement audits_supplement_closing_id_1903d5a8_fk_audits_closing_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_supplement
    ADD CONSTRAINT audits_supplement_closing_id_1903d5a8_fk_audits_closing_id FOREIGN KEY (closing_id) REFERENCES public.audits_closing(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_supplement audits_supplement_made_by_id_c62bb7a2_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_supplement
    ADD CONSTRAINT audits_supplement_made_by_id_c62bb7a2_fk_audits_user_id FOREIGN KEY (made_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_told audits_told_employee_id_e85a0aa5_fk_audits_employee_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_told
    ADD CONSTRAINT audits_told_employee_id_e85a0aa5_fk_audits_employee_id FOREIGN KEY (employee_id) REFERENCES public.audits_employee(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_told audits_told_notice_id_8ea246ed_fk_audits_notice_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_told
    ADD CONSTRAINT audits_told_notice_id_8ea246ed_fk_audits_notice_id FOREIGN KEY (notice_id) REFERENCES public.audits_notice(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_told audits_told_recorded_by_id_f7aad3c5_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_told
    ADD CONSTRAINT audits_told_recorded_by_id_f7aad3c5_fk_audits_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_told audits_told_withdrawn_by_id_35392df2_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_told
    ADD CONSTRAINT audits_told_withdrawn_by_id_35392df2_fk_audits_user_id FOREIGN KEY (withdrawn_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_user_groups audits_user_groups_group_id_42d583ae_fk_auth_group_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_user_groups
    ADD CONSTRAINT audits_user_groups_group_id_42d583ae_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_user_groups audits_user_groups_user_id_71dfd60b_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_user_groups
    ADD CONSTRAINT audits_user_groups_user_id_71dfd60b_fk_audits_user_id FOREIGN KEY (user_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_user_user_permissions audits_user_user_per_permission_id_51c63b3f_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_user_user_permissions
    ADD CONSTRAINT audits_user_user_per_permission_id_51c63b3f_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audits_user_user_permissions audits_user_user_permissions_user_id_61470ee5_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits_user_user_permissions
    ADD CONSTRAINT audits_user_user_permissions_user_id_61470ee5_fk_audits_user_id FOREIGN KEY (user_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_group_permissions auth_group_permissio_permission_id_84c5c92e_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_group_permissions auth_group_permissions_group_id_b120cbf9_fk_auth_group_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_permission auth_permission_content_type_id_2f476e4b_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: axes_accessattemptexpiration axes_accessattemptex_access_attempt_id_6b73a47a_fk_axes_acce; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptex_access_attempt_id_6b73a47a_fk_axes_acce FOREIGN KEY (access_attempt_id) REFERENCES public.axes_accessattempt(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: django_admin_log django_admin_log_content_type_id_c4bce8eb_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: django_admin_log django_admin_log_user_id_c564eba6_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_audits_user_id FOREIGN KEY (user_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: mfa_authenticator mfa_authenticator_user_id_0c3a50c0_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_audits_user_id FOREIGN KEY (user_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_area standards_area_edition_id_69354eef_fk_standards_edition_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_area
    ADD CONSTRAINT standards_area_edition_id_69354eef_fk_standards_edition_id FOREIGN KEY (edition_id) REFERENCES public.standards_edition(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_assessability standards_assessabil_confirmed_by_id_f050d8a1_fk_audits_us; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_assessability
    ADD CONSTRAINT standards_assessabil_confirmed_by_id_f050d8a1_fk_audits_us FOREIGN KEY (confirmed_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_assessability standards_assessabil_excludes_id_abb23b85_fk_standards; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_assessability
    ADD CONSTRAINT standards_assessabil_excludes_id_abb23b85_fk_standards FOREIGN KEY (excludes_id) REFERENCES public.standards_recommendation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_assessability standards_assessabil_occasion_id_a2c098c5_fk_standards; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_assessability
    ADD CONSTRAINT standards_assessabil_occasion_id_a2c098c5_fk_standards FOREIGN KEY (occasion_id) REFERENCES public.standards_occasion(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_assessability standards_assessabil_question_confirmed_b_ce6e08fb_fk_audits_us; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_assessability
    ADD CONSTRAINT standards_assessabil_question_confirmed_b_ce6e08fb_fk_audits_us FOREIGN KEY (question_confirmed_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_assessability standards_assessabil_recommendation_id_68a125ab_fk_standards; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_assessability
    ADD CONSTRAINT standards_assessabil_recommendation_id_68a125ab_fk_standards FOREIGN KEY (recommendation_id) REFERENCES public.standards_recommendation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_edition standards_edition_based_on_id_c0014f5f_fk_standards_edition_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_edition
    ADD CONSTRAINT standards_edition_based_on_id_c0014f5f_fk_standards_edition_id FOREIGN KEY (based_on_id) REFERENCES public.standards_edition(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_historicalpoint standards_historical_history_user_id_09de34f0_fk_audits_us; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_historicalpoint
    ADD CONSTRAINT standards_historical_history_user_id_09de34f0_fk_audits_us FOREIGN KEY (history_user_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_historicaloccasion standards_historical_history_user_id_52df05f0_fk_audits_us; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_historicaloccasion
    ADD CONSTRAINT standards_historical_history_user_id_52df05f0_fk_audits_us FOREIGN KEY (history_user_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_historicalrecommendation standards_historical_history_user_id_73ba388b_fk_audits_us; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_historicalrecommendation
    ADD CONSTRAINT standards_historical_history_user_id_73ba388b_fk_audits_us FOREIGN KEY (history_user_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_historicalassessability standards_historical_history_user_id_91891729_fk_audits_us; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_historicalassessability
    ADD CONSTRAINT standards_historical_history_user_id_91891729_fk_audits_us FOREIGN KEY (history_user_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_historicaledition standards_historical_history_user_id_aa0a7c11_fk_audits_us; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_historicaledition
    ADD CONSTRAINT standards_historical_history_user_id_aa0a7c11_fk_audits_us FOREIGN KEY (history_user_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_historicalstandard standards_historical_history_user_id_cd33db65_fk_audits_us; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_historicalstandard
    ADD CONSTRAINT standards_historical_history_user_id_cd33db65_fk_audits_us FOREIGN KEY (history_user_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_historicalarea standards_historical_history_user_id_db4c2679_fk_audits_us; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_historicalarea
    ADD CONSTRAINT standards_historical_history_user_id_db4c2679_fk_audits_us FOREIGN KEY (history_user_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_occasion standards_occasion_confirmed_by_id_da3859fd_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_occasion
    ADD CONSTRAINT standards_occasion_confirmed_by_id_da3859fd_fk_audits_user_id FOREIGN KEY (confirmed_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_occasion standards_occasion_edition_id_60a3cc30_fk_standards_edition_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_occasion
    ADD CONSTRAINT standards_occasion_edition_id_60a3cc30_fk_standards_edition_id FOREIGN KEY (edition_id) REFERENCES public.standards_edition(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_point standards_point_recommendation_id_633bf701_fk_standards; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_point
    ADD CONSTRAINT standards_point_recommendation_id_633bf701_fk_standards FOREIGN KEY (recommendation_id) REFERENCES public.standards_recommendation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_publication standards_publicatio_edition_id_e1deea21_fk_standards; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_publication
    ADD CONSTRAINT standards_publicatio_edition_id_e1deea21_fk_standards FOREIGN KEY (edition_id) REFERENCES public.standards_edition(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_publication standards_publicatio_published_by_id_f03b6880_fk_audits_us; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_publication
    ADD CONSTRAINT standards_publicatio_published_by_id_f03b6880_fk_audits_us FOREIGN KEY (published_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_recommendation standards_recommenda_standard_id_29ee05ab_fk_standards; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_recommendation
    ADD CONSTRAINT standards_recommenda_standard_id_29ee05ab_fk_standards FOREIGN KEY (standard_id) REFERENCES public.standards_standard(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_standard standards_standard_area_id_05194843_fk_standards_area_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_standard
    ADD CONSTRAINT standards_standard_area_id_05194843_fk_standards_area_id FOREIGN KEY (area_id) REFERENCES public.standards_area(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_standard standards_standard_edition_id_270ed0b7_fk_standards_edition_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_standard
    ADD CONSTRAINT standards_standard_edition_id_270ed0b7_fk_standards_edition_id FOREIGN KEY (edition_id) REFERENCES public.standards_edition(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_withdrawal standards_withdrawal_edition_id_a01c8fae_fk_standards; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_withdrawal
    ADD CONSTRAINT standards_withdrawal_edition_id_a01c8fae_fk_standards FOREIGN KEY (edition_id) REFERENCES public.standards_edition(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: standards_withdrawal standards_withdrawal_withdrawn_by_id_67757925_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standards_withdrawal
    ADD CONSTRAINT standards_withdrawal_withdrawn_by_id_67757925_fk_audits_user_id FOREIGN KEY (withdrawn_by_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: usersessions_usersession usersessions_usersession_user_id_af5e0a6d_fk_audits_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_user_id_af5e0a6d_fk_audits_user_id FOREIGN KEY (user_id) REFERENCES public.audits_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- PostgreSQL database dump complete
--


