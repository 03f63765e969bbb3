// Made by `npm run generate` from the files in the folders of the areas. Do not edit.
import allowedHostsWithoutVercel from './handler/allowedHostsWithoutVercel.ts';
import apiFileInPythonProject from './handler/apiFileInPythonProject.ts';
import apiFunctionsNotCreated from './routes/apiFunctionsNotCreated.ts';
import appIsAdapter from './handler/appIsAdapter.ts';
import appRebound from './handler/appRebound.ts';
import applicationNotCallable from './handler/applicationNotCallable.ts';
import asyncPoolAtImport from './database/asyncPoolAtImport.ts';
import asyncpgStatementCache from './database/asyncpgStatementCache.ts';
import backgroundWorkAtImport from './cold-start/backgroundWorkAtImport.ts';
import buildConfigKeyNotRead from './runtime-config/buildConfigKeyNotRead.ts';
import buildSettingsBesideBuilds from './runtime-config/buildSettingsBesideBuilds.ts';
import buildSourceMissing from './runtime-config/buildSourceMissing.ts';
import builderPinned from './runtime-config/builderPinned.ts';
import buildsConfigRuntimeNotRead from './runtime-config/buildsConfigRuntimeNotRead.ts';
import buildsDisableProjectSettings from './runtime-config/buildsDisableProjectSettings.ts';
import bundleInstalledAtStart from './cold-start/bundleInstalledAtStart.ts';
import bundleTooLarge from './bundle/bundleTooLarge.ts';
import configurationKeyUnknown from './runtime-config/configurationKeyUnknown.ts';
import configurationNotRead from './runtime-config/configurationNotRead.ts';
import configurationRuleUnknown from './runtime-config/configurationRuleUnknown.ts';
import configurationSyntax from './runtime-config/configurationSyntax.ts';
import configurationValueInvalid from './runtime-config/configurationValueInvalid.ts';
import createAllAtImport from './database/createAllAtImport.ts';
import cronPathUnrouted from './runtime-config/cronPathUnrouted.ts';
import cronScheduleInvalid from './runtime-config/cronScheduleInvalid.ts';
import customInstallKeepsLimit from './bundle/customInstallKeepsLimit.ts';
import databaseUrlScheme from './database/databaseUrlScheme.ts';
import directDatabaseHost from './database/directDatabaseHost.ts';
import djangoApplicationMissing from './handler/djangoApplicationMissing.ts';
import djangoPersistentConnections from './database/djangoPersistentConnections.ts';
import djangoPoolNotServerless from './database/djangoPoolNotServerless.ts';
import djangoPoolWithPersistentConnections from './database/djangoPoolWithPersistentConnections.ts';
import dotenvAtImport from './environment/dotenvAtImport.ts';
import dotenvCommitted from './environment/dotenvCommitted.ts';
import driverOptionUnknown from './database/driverOptionUnknown.ts';
import entrypointConditional from './handler/entrypointConditional.ts';
import entrypointMissing from './handler/entrypointMissing.ts';
import entrypointNotAFunction from './handler/entrypointNotAFunction.ts';
import entrypointOutOfPlace from './handler/entrypointOutOfPlace.ts';
import entrypointSettingAdapter from './handler/entrypointSettingAdapter.ts';
import entrypointSettingFile from './handler/entrypointSettingFile.ts';
import entrypointSettingFormat from './handler/entrypointSettingFormat.ts';
import entrypointSettingVariable from './handler/entrypointSettingVariable.ts';
import entrypointSyntaxError from './handler/entrypointSyntaxError.ts';
import envDollarLiteral from './runtime-config/envDollarLiteral.ts';
import envNotSet from './environment/envNotSet.ts';
import envRequiredAtBuild from './environment/envRequiredAtBuild.ts';
import envRequiredAtImport from './environment/envRequiredAtImport.ts';
import envReserved from './environment/envReserved.ts';
import envSecretReference from './runtime-config/envSecretReference.ts';
import envValueNotAString from './runtime-config/envValueNotAString.ts';
import excludedImport from './bundle/excludedImport.ts';
import filesGlobNotAString from './runtime-config/filesGlobNotAString.ts';
import filesNotExcluded from './bundle/filesNotExcluded.ts';
import frameworkGuessedFromText from './handler/frameworkGuessedFromText.ts';
import functionLimitOutOfRange from './runtime-config/functionLimitOutOfRange.ts';
import functionPathNotRelative from './runtime-config/functionPathNotRelative.ts';
import functionPathsConflict from './routes/functionPathsConflict.ts';
import functionPatternTaken from './runtime-config/functionPatternTaken.ts';
import functionPatternUnmatched from './runtime-config/functionPatternUnmatched.ts';
import functionRuntimeNotABuilder from './runtime-config/functionRuntimeNotABuilder.ts';
import functionsBesideBuilds from './runtime-config/functionsBesideBuilds.ts';
import handlerAndApp from './handler/handlerAndApp.ts';
import handlerClassAssigned from './handler/handlerClassAssigned.ts';
import handlerClassBase from './handler/handlerClassBase.ts';
import handlerNameConflict from './handler/handlerNameConflict.ts';
import handlerNotAClass from './handler/handlerNotAClass.ts';
import handlerWrapperFunction from './handler/handlerWrapperFunction.ts';
import heavyImport from './cold-start/heavyImport.ts';
import importUndeclared from './dependencies/importUndeclared.ts';
import indexCredentials from './dependencies/indexCredentials.ts';
import installCommandEmpty from './runtime-config/installCommandEmpty.ts';
import lifespanWork from './cold-start/lifespanWork.ts';
import localBuildLeftover from './dependencies/localBuildLeftover.ts';
import localhostUrl from './environment/localhostUrl.ts';
import lockNotRead from './dependencies/lockNotRead.ts';
import lockOutOfDate from './dependencies/lockOutOfDate.ts';
import mangumHandlerIgnored from './handler/mangumHandlerIgnored.ts';
import manifestMissing from './dependencies/manifestMissing.ts';
import maxDurationOverPlan from './runtime-config/maxDurationOverPlan.ts';
import pipfileWithoutLock from './python-version/pipfileWithoutLock.ts';
import placeholderDestination from './routes/placeholderDestination.ts';
import poetryPythonNotRead from './python-version/poetryPythonNotRead.ts';
import poolNotServerless from './database/poolNotServerless.ts';
import poolTimeoutOverDuration from './database/poolTimeoutOverDuration.ts';
import poolWithoutPrePing from './database/poolWithoutPrePing.ts';
import poolerWithPool from './database/poolerWithPool.ts';
import projectScriptAppMissing from './handler/projectScriptAppMissing.ts';
import publicFileRead from './bundle/publicFileRead.ts';
import pyprojectWithoutProject from './dependencies/pyprojectWithoutProject.ts';
import pythonBuiltByOtherBuilder from './runtime-config/pythonBuiltByOtherBuilder.ts';
import pythonVersionConflict from './python-version/pythonVersionConflict.ts';
import pythonVersionDiscontinued from './python-version/pythonVersionDiscontinued.ts';
import pythonVersionEnvNotRead from './python-version/pythonVersionEnvNotRead.ts';
import pythonVersionExcludesAll from './python-version/pythonVersionExcludesAll.ts';
import pythonVersionFileOutOfReach from './python-version/pythonVersionFileOutOfReach.ts';
import pythonVersionFileUnreadable from './python-version/pythonVersionFileUnreadable.ts';
import pythonVersionNotAvailable from './python-version/pythonVersionNotAvailable.ts';
import pythonVersionPatchIgnored from './python-version/pythonVersionPatchIgnored.ts';
import pythonVersionRangeJumps from './python-version/pythonVersionRangeJumps.ts';
import pythonVersionSpecifierInvalid from './python-version/pythonVersionSpecifierInvalid.ts';
import pythonVersionUnknown from './python-version/pythonVersionUnknown.ts';
import pythonVersionUnspecified from './python-version/pythonVersionUnspecified.ts';
import relativeImportInEntrypoint from './handler/relativeImportInEntrypoint.ts';
import requirementConflict from './dependencies/requirementConflict.ts';
import requirementMistyped from './dependencies/requirementMistyped.ts';
import requirementNeedsCompanion from './dependencies/requirementNeedsCompanion.ts';
import requirementNoWheel from './dependencies/requirementNoWheel.ts';
import requirementNotNeeded from './dependencies/requirementNotNeeded.ts';
import requirementPythonIncompatible from './dependencies/requirementPythonIncompatible.ts';
import requirementSyntax from './dependencies/requirementSyntax.ts';
import requirementUnpinned from './dependencies/requirementUnpinned.ts';
import requirementVersionUnknown from './dependencies/requirementVersionUnknown.ts';
import requirementWindowsOnly from './dependencies/requirementWindowsOnly.ts';
import requirementsEncoding from './dependencies/requirementsEncoding.ts';
import requirementsFrozenWins from './dependencies/requirementsFrozenWins.ts';
import requirementsHiddenByNearerFile from './dependencies/requirementsHiddenByNearerFile.ts';
import requirementsHiddenByPipfile from './dependencies/requirementsHiddenByPipfile.ts';
import requirementsHiddenByPyproject from './dependencies/requirementsHiddenByPyproject.ts';
import requirementsInclude from './dependencies/requirementsInclude.ts';
import rewritePathReachesApp from './routes/rewritePathReachesApp.ts';
import routeDestinationMissing from './routes/routeDestinationMissing.ts';
import routeDestinationSegmentUnknown from './routes/routeDestinationSegmentUnknown.ts';
import routePatternInvalid from './routes/routePatternInvalid.ts';
import routeShadowed from './routes/routeShadowed.ts';
import runtimeTxtNotAVersion from './python-version/runtimeTxtNotAVersion.ts';
import runtimeTxtNotRead from './python-version/runtimeTxtNotRead.ts';
import runtimeTxtUnpinned from './python-version/runtimeTxtUnpinned.ts';
import secretInVercelJson from './runtime-config/secretInVercelJson.ts';
import serverStartedAtImport from './handler/serverStartedAtImport.ts';
import siblingImportInFunction from './handler/siblingImportInFunction.ts';
import sqliteFile from './database/sqliteFile.ts';
import suppressionUnused from './runtime-config/suppressionUnused.ts';
import temporaryLoggingLeft from './handler/temporaryLoggingLeft.ts';
import unknownTopLevelKey from './runtime-config/unknownTopLevelKey.ts';
import vercelJsonOutOfReach from './runtime-config/vercelJsonOutOfReach.ts';
import vercelJsonSchema from './runtime-config/vercelJsonSchema.ts';
import vercelJsonSyntax from './runtime-config/vercelJsonSyntax.ts';
import workAtImport from './cold-start/workAtImport.ts';
import writeOutsideTmp from './cold-start/writeOutsideTmp.ts';
import type { Rule } from './rule.ts';

/** Every rule, by area and name. */
export const rules: readonly Rule[] = [
  bundleTooLarge,
  customInstallKeepsLimit,
  excludedImport,
  filesNotExcluded,
  publicFileRead,
  backgroundWorkAtImport,
  bundleInstalledAtStart,
  heavyImport,
  lifespanWork,
  workAtImport,
  writeOutsideTmp,
  asyncPoolAtImport,
  asyncpgStatementCache,
  createAllAtImport,
  databaseUrlScheme,
  directDatabaseHost,
  djangoPersistentConnections,
  djangoPoolNotServerless,
  djangoPoolWithPersistentConnections,
  driverOptionUnknown,
  poolNotServerless,
  poolTimeoutOverDuration,
  poolWithoutPrePing,
  poolerWithPool,
  sqliteFile,
  importUndeclared,
  indexCredentials,
  localBuildLeftover,
  lockNotRead,
  lockOutOfDate,
  manifestMissing,
  pyprojectWithoutProject,
  requirementConflict,
  requirementMistyped,
  requirementNeedsCompanion,
  requirementNoWheel,
  requirementNotNeeded,
  requirementPythonIncompatible,
  requirementSyntax,
  requirementUnpinned,
  requirementVersionUnknown,
  requirementWindowsOnly,
  requirementsEncoding,
  requirementsFrozenWins,
  requirementsHiddenByNearerFile,
  requirementsHiddenByPipfile,
  requirementsHiddenByPyproject,
  requirementsInclude,
  dotenvAtImport,
  dotenvCommitted,
  envNotSet,
  envRequiredAtBuild,
  envRequiredAtImport,
  envReserved,
  localhostUrl,
  allowedHostsWithoutVercel,
  apiFileInPythonProject,
  appIsAdapter,
  appRebound,
  applicationNotCallable,
  djangoApplicationMissing,
  entrypointConditional,
  entrypointMissing,
  entrypointNotAFunction,
  entrypointOutOfPlace,
  entrypointSettingAdapter,
  entrypointSettingFile,
  entrypointSettingFormat,
  entrypointSettingVariable,
  entrypointSyntaxError,
  frameworkGuessedFromText,
  handlerAndApp,
  handlerClassAssigned,
  handlerClassBase,
  handlerNameConflict,
  handlerNotAClass,
  handlerWrapperFunction,
  mangumHandlerIgnored,
  projectScriptAppMissing,
  relativeImportInEntrypoint,
  serverStartedAtImport,
  siblingImportInFunction,
  temporaryLoggingLeft,
  pipfileWithoutLock,
  poetryPythonNotRead,
  pythonVersionConflict,
  pythonVersionDiscontinued,
  pythonVersionEnvNotRead,
  pythonVersionExcludesAll,
  pythonVersionFileOutOfReach,
  pythonVersionFileUnreadable,
  pythonVersionNotAvailable,
  pythonVersionPatchIgnored,
  pythonVersionRangeJumps,
  pythonVersionSpecifierInvalid,
  pythonVersionUnknown,
  pythonVersionUnspecified,
  runtimeTxtNotAVersion,
  runtimeTxtNotRead,
  runtimeTxtUnpinned,
  apiFunctionsNotCreated,
  functionPathsConflict,
  placeholderDestination,
  rewritePathReachesApp,
  routeDestinationMissing,
  routeDestinationSegmentUnknown,
  routePatternInvalid,
  routeShadowed,
  buildConfigKeyNotRead,
  buildSettingsBesideBuilds,
  buildSourceMissing,
  builderPinned,
  buildsConfigRuntimeNotRead,
  buildsDisableProjectSettings,
  configurationKeyUnknown,
  configurationNotRead,
  configurationRuleUnknown,
  configurationSyntax,
  configurationValueInvalid,
  cronPathUnrouted,
  cronScheduleInvalid,
  envDollarLiteral,
  envSecretReference,
  envValueNotAString,
  filesGlobNotAString,
  functionLimitOutOfRange,
  functionPathNotRelative,
  functionPatternTaken,
  functionPatternUnmatched,
  functionRuntimeNotABuilder,
  functionsBesideBuilds,
  installCommandEmpty,
  maxDurationOverPlan,
  pythonBuiltByOtherBuilder,
  secretInVercelJson,
  suppressionUnused,
  unknownTopLevelKey,
  vercelJsonOutOfReach,
  vercelJsonSchema,
  vercelJsonSyntax,
];
